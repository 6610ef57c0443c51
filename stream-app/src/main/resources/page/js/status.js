// The tiles and the chart: what the instance does right now.
import { drawChart } from './chart.js';
import { clock, count, many, moment, perSecond } from './words.js';

const at = id => document.getElementById(id);

function tile(id, value, more) {
  at(id).textContent = value;
  at(`${id.split('-').pop() === 'second' ? 'events' : id.split('-')[0]}-more`).textContent = more;
}

export function showStatus(status) {
  at('watch').textContent = status.watch;
  const outcomes = status.outcomes;
  const events = Object.values(outcomes).reduce((sum, number) => sum + number, 0);
  const scored = outcomes.SCORED ?? 0;
  const late = outcomes.LATE ?? 0;
  const learning = (outcomes.LEARNING ?? 0) + (outcomes.ENROLLED ?? 0);
  tile('per-second', perSecond(status.rates.eventsPerSecond), `${many(events, 'event')} since ${clock(status.startedAt)}`);
  tile('alerts-hour', count(status.rates.alertsInTheLastHour), `in ${many(scored, 'scored event')}`);
  tile('waiting', status.waiting === null ? '–' : count(status.waiting), many(status.tasks, 'task') + standbys(status));
  tile('aside', count(events - scored), asideWords(learning, late, status.deadLetters));
  tile('model', status.model === null ? 'none' : status.model.version.slice(0, 8),
    status.model === null ? 'events are only learned from' : modelWords(status));
  drawChart(status.rates.minutes);
}

function modelWords({ model, heldBack }) {
  const parts = [`since ${moment(model.since)}`, `limit ${model.limit.toFixed(2)}`];
  if (model.limit !== model.trainedLimit) parts.push(`trained ${model.trainedLimit.toFixed(2)}`);
  if (heldBack > 0) parts.push(`${many(heldBack, 'event')} held back`);
  return parts.join(', ');
}

function standbys(status) {
  return status.standbys > 0 ? `, ${many(status.standbys, 'warm copy', 'warm copies')}` : '';
}

function asideWords(learning, late, unreadable) {
  const parts = [`${count(learning)} learned`];
  if (late > 0) parts.push(`${count(late)} late`);
  if (unreadable > 0) parts.push(`${many(unreadable, 'dead letter')}`);
  return parts.join(', ');
}
