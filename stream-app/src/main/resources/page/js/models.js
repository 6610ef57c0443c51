// The models: asked for while somebody looks at them, and at once after a change.
import { askWhy } from './ask.js';
import { showChanges } from './changes.js';
import { keepCompared } from './comparison.js';
import { modelRow } from './model-row.js';
import { who } from './person.js';
import { postJson } from './post.js';
import { iso, many } from './words.js';

const PAUSE = 10_000;
const at = id => document.getElementById(id);

export class ModelsView {
  #looking = false;
  #epoch = null;
  /** Of the last question: an answer to an earlier one may come after it. */
  #asked = 0;
  /** Whether it is said on top that the models cannot be read. */
  #unread = false;
  /** What is shown, as text, so that rows are made anew only where something has changed. */
  #shown = '';

  constructor() {
    setInterval(() => this.#looking && !document.hidden && this.#refresh(), PAUSE);
  }

  /** Whether somebody looks. */
  shown(looking) {
    this.#looking = looking;
    if (looking) this.#refresh();
  }

  /** The service follows another epoch than before. */
  noteEpoch(epoch) {
    if (this.#epoch !== null && epoch !== this.#epoch && this.#looking) this.#refresh();
    this.#epoch = epoch;
  }

  async #refresh() {
    const asked = ++this.#asked;
    try {
      const answer = await fetch('api/models');
      const found = await answer.json();
      if (asked !== this.#asked) return;
      if (this.#unread && answer.ok) at('models-said').hidden = true;
      this.#unread = !answer.ok;
      if (answer.ok) this.#show(found);
      else this.#say(found.error, 'bad');
    } catch {
      // The notice on top says that the service is away.
    }
  }

  #show(found) {
    keepCompared(found.published);
    const text = JSON.stringify(found);
    if (text === this.#shown) return;
    this.#shown = text;
    const { published, changes, unread } = found;
    const rows = at('model-rows');
    const open = new Set([...rows.querySelectorAll('details[open]')].map(details => details.closest('li').dataset.version));
    at('models-count').textContent = `${many(published.models.length, 'model')}, epoch ${published.epoch}`;
    at('models-empty').hidden = published.models.length > 0;
    showDrift(found.drift);
    rows.replaceChildren(...[...published.models, ...retired(published.models, changes)].sort(byPlace)
      .map(model => modelRow(model, open.has(model.version), step => this.#take(step, model, published))));
    showChanges(changes, unread);
  }

  /** The epoch is that which the person saw when pressing the button: whatever happens meanwhile, the service finds out. */
  async #take(step, model, published) {
    const why = await askWhy(step.title(model), step.more(published), step.name);
    if (why === null) return;
    this.#busy(true);
    try {
      const answer = await postJson('api/models',
        { change: step.change, version: model.version, epoch: published.epoch, who: who(), why });
      const told = await answer.json().catch(() => ({}));
      if (answer.ok) this.#say(step.done(told.version, told.epoch) + (told.note ? ` It was ${told.note}.` : ''), 'good');
      else this.#say(`${answer.status < 500 ? 'Refused' : 'Not confirmed'}: ${told.error ?? `the service answered ${answer.status}`}`, 'bad');
    } catch {
      this.#say('The service cannot be reached: whether this was changed shows when the connection is back.', 'bad');
    }
    this.#busy(false);
    await this.#refresh();
    at('models').focus({ preventScroll: true });
  }

  #busy(busy) {
    document.querySelectorAll('#models .step').forEach(button => { button.disabled = busy; });
    if (busy) this.#say('Changing …', 'busy');
  }

  #say(words, kind) {
    const said = at('models-said');
    said.hidden = false;
    said.dataset.kind = kind;
    said.textContent = words;
  }
}

const PLACES = ['live', 'shadow', 'previous'];
const place = ({ state }) => (PLACES.includes(state) ? PLACES.indexOf(state) : PLACES.length);

/** What does something comes first; the others stay as they are told, the newest first. */
const byPlace = (one, other) => place(one) - place(other);

/** The report is one long line, the furthest of what moved in its first part. */
function showDrift(line) {
  at('drift').hidden = line === null;
  const [first, ...rest] = (line ?? '').split('; ');
  at('drift').querySelector('summary').textContent = `Drift: ${first}`;
  at('drift').querySelector('p').textContent = rest.join('; ');
}

/** Those that are on the topic no more, as far as the audit still tells of them. */
function retired(models, changes) {
  const seen = new Set(models.map(model => model.version));
  return changes.filter(({ what, before }) => what === 'RETIRED' && !seen.has(before) && seen.add(before))
    .map(({ before, at: when, who: by, why }) =>
      ({ version: before, state: 'retired', problem: null, publishedAt: iso(when), who: by, why }));
}
