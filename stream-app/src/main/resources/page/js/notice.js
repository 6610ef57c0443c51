// One sentence on top where not everything is as it should be, the most important one; and the pulse beside the name.
import { clock, count } from './words.js';

const PHASES = { STARTING: 'starting', RESTORING: 'restoring', RUNNING: 'live', GAVE_UP: 'gave up' };

let lostAt = null;

export function showNotice(connection, status) {
  lostAt = connection === 'lost' ? lostAt ?? Date.now() : null;
  const running = status?.phase === 'RUNNING' && status.model !== null;
  const pulse = document.getElementById('pulse');
  pulse.dataset.is = connection === 'live' && !running ? 'waiting' : connection;
  pulse.textContent = pulseWords(connection, status);
  const [kind, sentence] = lostAt !== null ? lost() : status === null ? [null, ''] : problemOf(status);
  const notice = document.getElementById('notice');
  notice.hidden = kind === null;
  notice.dataset.kind = kind ?? '';
  if (notice.textContent !== sentence) {
    notice.textContent = sentence;
  }
}

function pulseWords(connection, status) {
  if (connection !== 'live' || status === null) return connection === 'lost' ? 'reconnecting' : 'connecting';
  return status.phase === 'RUNNING' && status.model === null ? 'learning only' : PHASES[status.phase];
}

function lost() {
  return ['bad', `Connection to the service lost at ${clock(lostAt)}; trying again. What you see is from before.`];
}

function problemOf(status) {
  if (status.phase === 'GAVE_UP') return ['bad', `The service gave up: ${status.problem}`];
  if (status.broker === false) return ['bad', 'Kafka does not answer: nothing is read or decided until it does.'];
  if (status.registry === false) {
    return ['bad', 'The schema registry does not answer: events of a schema not seen yet have to wait.'];
  }
  if (status.phase === 'RESTORING') return ['busy', restoring(status.restore)];
  if (status.phase === 'STARTING') return ['busy', status.problem === '' ? starting(status) : sentence(status.problem)];
  if (status.model === null) {
    return ['busy', 'No model yet: events are learned from and none is scored. Publish one with '
      + '“./twinwatch models publish --config twinwatch.yaml --bundle model.bundle”.'];
  }
  return status.problem === '' ? [null, ''] : ['busy', sentence(status.problem)];
}

function starting({ broker }) {
  return broker === null ? 'Starting: waiting for Kafka.' : 'Starting: waiting for a share of the partitions.';
}

function restoring({ done, total }) {
  const share = total === 0 ? 0 : Math.floor((100 * done) / total);
  return `Restoring state from Kafka: ${share} % (${count(done)} of ${count(total)} records).`;
}

const sentence = words => words.charAt(0).toUpperCase() + words.slice(1) + '.';
