// The live connection. The browser comes back by itself after a loss and says what it saw last; where it gives up, or where
// the line is silent for too long, a new connection is made here.

const LONGEST_SILENCE = 8_000;
const PAUSE = 2_000;

/** Calls `reset`, `alert(row)`, `status(status)` as they come and `connection('live' | 'lost')` when that changes. */
export function follow(on) {
  let source;
  let heard = Date.now();

  function open() {
    heard = Date.now();
    source = new EventSource('api/stream');
    source.addEventListener('reset', () => heardOf(() => on.reset()));
    source.addEventListener('alert', event => heardOf(() => on.alert(JSON.parse(event.data))));
    source.addEventListener('status', event => heardOf(() => on.status(JSON.parse(event.data))));
    source.addEventListener('error', () => on.connection('lost'));
  }

  function heardOf(act) {
    heard = Date.now();
    on.connection('live');
    act();
  }

  setInterval(() => {
    if (source.readyState === EventSource.CLOSED || Date.now() - heard > LONGEST_SILENCE) {
      on.connection('lost');
      source.close();
      open();
    }
  }, PAUSE);
  open();
}
