// What can be done with a model, by what it is now, and how each step is asked for and told of afterwards.
import { short } from './words.js';

const STEPS = {
  PROMOTE: {
    name: 'Promote',
    title: model => `Promote model ${short(model.version)}?`,
    more: ({ live }) => 'It decides about every event within seconds.'
      + (live === null ? '' : ` A rollback brings ${short(live)} back.`),
    done: (version, epoch) => `Model ${short(version)} is live from epoch ${epoch} on.`,
  },
  SHADOW: {
    name: 'Shadow',
    title: model => `Let model ${short(model.version)} score along?`,
    more: ({ shadow }) => 'It scores every event that the live one scores, and decides nothing.'
      + (shadow === null ? '' : ` It takes the place of the shadow ${short(shadow)}.`),
    done: (version, epoch) => `Model ${short(version)} scores along as the shadow from epoch ${epoch} on.`,
  },
  UNSHADOW: {
    name: 'End shadow',
    title: model => `End the shadow ${short(model.version)}?`,
    more: () => 'It no longer scores along; it stays published.',
    done: (version, epoch) => `Model ${short(version)} no longer scores along from epoch ${epoch} on.`,
  },
  ROLLBACK: {
    name: 'Roll back',
    title: model => `Roll back to model ${short(model.version)}?`,
    more: ({ live }) => `It decides again within seconds, whatever the figures say. Model ${short(live)} stays published.`,
    done: (version, epoch) => `Model ${short(version)} is live again from epoch ${epoch} on.`,
  },
  RETIRE: {
    name: 'Retire',
    title: model => `Retire model ${short(model.version)}?`,
    more: () => 'It is taken off the topic for good: to have it back, somebody has to publish its bundle again.',
    done: version => `Model ${short(version)} is retired.`,
  },
};

const POSSIBLE = {
  live: [],
  shadow: ['PROMOTE', 'UNSHADOW'],
  previous: ['ROLLBACK', 'SHADOW'],
  kept: ['PROMOTE', 'SHADOW', 'RETIRE'],
  incomplete: ['RETIRE'],
  refused: ['RETIRE'],
  retired: [],
};

/** The steps for a model, each with its `change` as the service calls it. */
export const stepsOf = model => POSSIBLE[model.state].map(change => ({ change, ...STEPS[change] }));
