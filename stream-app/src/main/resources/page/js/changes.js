// What the audit tells of models, the newest first. Its words come from people: they are only ever set as text.
import { iso, moment, short } from './words.js';

const WORDS = {
  LIVE: ({ before, after }) => `made ${short(after)} live${before === null ? '' : `, ${short(before)} before`}`,
  SHADOW: ({ before, after }) => (after === null ? `ended the shadow ${short(before)}` : `let ${short(after)} score along`),
  RETIRED: ({ before }) => `retired ${short(before)}`,
  REFUSED: () => 'refused a record of the control topic',
  CANDIDATE_REFUSED: () => 'refused a retrained candidate',
};

export function showChanges(changes, unread) {
  document.getElementById('changes-more').textContent = unread !== null ? `Not known: ${unread}`
    : changes.length === 0 ? 'None that the audit still tells of.' : '';
  document.getElementById('changes').replaceChildren(...changes.map(line));
}

function line(change) {
  const element = document.createElement('li');
  element.dataset.what = change.what;
  const time = document.createElement('time');
  time.dateTime = iso(change.at);
  time.textContent = moment(change.at);
  const who = document.createElement('strong');
  who.textContent = change.who;
  element.append(time, ' ', who, ` ${WORDS[change.what](change)}`);
  if (change.why !== '') {
    const why = document.createElement('span');
    why.className = 'story';
    why.textContent = change.why;
    element.append(why);
  }
  return element;
}
