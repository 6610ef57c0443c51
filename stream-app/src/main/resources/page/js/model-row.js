// One model. Names and reasons come from people and from bundles: they are only ever set as text.
import { stepsOf } from './steps.js';
import { count, hundredth, many, moment, short } from './words.js';

/** Calls `choose(step)` when a person presses one of its buttons. */
export function modelRow(model, isOpen, choose) {
  const row = document.getElementById('model-row').content.firstElementChild.cloneNode(true);
  const text = (selector, words) => { row.querySelector(selector).textContent = words; };
  row.dataset.version = model.version;
  row.dataset.state = model.state;
  text('.place', model.state);
  text('.version', short(model.version));
  row.querySelector('.version').title = model.version;
  text('.story', storyWords(model));
  text('.why', model.why ?? '');
  text('.figures', model.limit === undefined ? '' : figureWords(model));
  text('.problem', model.problem === null ? '' : `Cannot be used: ${model.problem}`);
  const steps = row.querySelector('.steps');
  steps.setAttribute('aria-label', `Model ${short(model.version)}`);
  steps.append(...stepsOf(model).map(step => button(step, model, choose)));
  const details = row.querySelector('details');
  details.hidden = model.limit === undefined;
  details.open = isOpen;
  row.querySelector('tbody').append(...originOf(model).map(line));
  return row;
}

function button(step, model, choose) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'step';
  made.dataset.change = step.change;
  made.textContent = step.name;
  made.setAttribute('aria-label', `${step.name} model ${short(model.version)}`);
  made.addEventListener('click', () => choose(step));
  return made;
}

function line([name, value]) {
  const row = document.createElement('tr');
  const head = document.createElement('th');
  head.scope = 'row';
  head.textContent = name;
  row.append(head);
  row.insertCell().textContent = value;
  return row;
}

function storyWords({ state, publishedAt, who }) {
  if (publishedAt === null) return '';
  return `${state === 'retired' ? 'retired' : 'published'} ${moment(Date.parse(publishedAt))} by ${who}`;
}

/** How it did on what its training held back, and what it is meant to do. */
function figureWords({ limit, budget, holdout }) {
  const aim = `limit ${hundredth(limit)} ${budget === null ? 'as the watch has it' : `for ${budget}`}`;
  if (holdout.takeovers === undefined || holdout.honestEvents === undefined) return `${aim}; no figures of held-back entities`;
  return `${aim}; caught ${count(holdout.caught)} of ${many(holdout.takeovers, 'takeover')}, ${many(holdout.falseAlerts, 'false alert')}`
    + ` in ${many(holdout.honestEvents, 'honest event')}${holdout.inSample ? ', of entities that training saw' : ''}`;
}

function originOf(model) {
  if (model.limit === undefined) return [];
  const span = model.from === '' ? '' : `, ${model.from} to ${model.to}`;
  return [
    ['version', model.version],
    ['trained on', `${many(model.events, 'event')} of ${count(model.entities)} entities${span}`],
    ['data SHA-256', model.dataSha256],
    ['made with', `seed ${model.seed}, commit ${model.commit}, Java ${model.java}, DL4J ${model.dl4j}`],
    ...Object.entries(model.holdout).map(([name, value]) => [`holdout.${name}`, String(value)]),
    ...Object.entries(model.hyperparameters),
  ];
}
