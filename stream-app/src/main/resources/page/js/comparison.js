// How the shadow does beside the live model, by the newest events that both scored; asked for when somebody looks.
import { figure, count, many } from './words.js';

const at = id => document.getElementById(id);
let compared = null;

export function keepCompared({ live, shadow }) {
  const pair = shadow === null ? null : `${live} ${shadow}`;
  at('comparison').hidden = pair === null;
  at('compare').onclick = () => compare(live, shadow);
  if (pair !== null && pair !== compared) compare(live, shadow);
  compared = pair;
}

async function compare(live, shadow) {
  const button = at('compare');
  button.disabled = true;
  at('compared-by').textContent = 'Reading the newest scores …';
  try {
    const answer = await fetch('api/models/comparison');
    const found = await answer.json();
    const fits = answer.ok && found.live.model === live && found.shadow.model === shadow;
    at('compared').hidden = !fits;
    if (fits) show(found);
    else at('compared-by').textContent = found.error ?? 'Somebody changed the models meanwhile: compare again in a moment.';
  } catch {
    at('compared-by').textContent = 'Not compared: the service cannot be reached.';
  }
  button.disabled = false;
}

function show(found) {
  const rows = [
    ['alerts', of => count(of.alerts)],
    ['a day', of => (of.alertsPerDay === undefined ? '–' : figure(of.alertsPerDay))],
    ['wanted', of => of.wanted],
    ['alerts of only this one', of => count(of.alone)],
    ['events over the limit', of => count(of.flagged)],
    [`called fraud, of ${count(found.frauds)}`, of => count(of.frauds)],
    [`called legitimate, of ${count(found.legitimates)}`, of => count(of.legitimates)],
  ];
  at('compared').querySelector('tbody').replaceChildren(...rows.map(([name, value]) => {
    const row = document.createElement('tr');
    const head = document.createElement('th');
    head.scope = 'row';
    head.textContent = name;
    row.append(head);
    [found.live, found.shadow].forEach(of => { row.insertCell().textContent = value(of); });
    return row;
  }));
  at('compared-by').textContent = found.events === 0
    ? 'Nothing was scored by both yet: the table fills as events come.'
    : `${many(found.events, 'event')} scored by both, ${many(found.both, 'alert')} of both${delay(found.medianLater)}.`
      + ' By the newest scores; “./twinwatch models compare” reads all of them.';
}

function delay(later) {
  if (later === undefined) return '';
  return later === 0 ? ', as soon as each other in the median'
    : `, the shadow ${figure(Math.abs(later))} events ${later > 0 ? 'later' : 'sooner'} in the median`;
}
