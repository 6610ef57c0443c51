// The alerts, newest opening first; one row for each story, changed in place so that nothing a person is doing is lost.
import { Row } from './row.js';
import { clock, count, many } from './words.js';

const MOST = 300;

export class AlertList {
  #rows = new Map();
  #stale = new Set();
  #list = document.getElementById('rows');
  #filter = document.getElementById('unanswered');
  #watch = { entity: '', fields: {} };
  #unseen = 0;
  #began = Date.now();

  constructor() {
    this.#filter.addEventListener('change', () => this.#list.classList.toggle('only-unanswered', this.#filter.checked));
    document.addEventListener('visibilitychange', () => this.#see());
    const who = document.getElementById('who');
    who.value = localStorage.getItem('who') ?? '';
    who.addEventListener('change', () => localStorage.setItem('who', who.value.trim()));
  }

  /** All rows follow anew; those that do not are gone by the next status. */
  comeAnew() {
    this.#stale = new Set(this.#rows.keys());
    this.#began = Date.now();
  }

  /** What the watch calls things. */
  describeWith(status) {
    this.#watch = status;
    if (this.#stale.size > 0) {
      this.#stale.forEach(id => this.#remove(id));
      this.#stale.clear();
      this.#count();
    }
  }

  take(alert) {
    this.#stale.delete(alert.id);
    const known = this.#rows.get(alert.id);
    if (known) {
      known.show(alert, this.#watch);
    } else {
      this.#add(new Row(alert, this.#watch));
    }
    this.#count();
  }

  #add(row) {
    const before = [...this.#list.children].find(other => this.#rows.get(other.dataset.id).isOlderThan(row.alert));
    this.#list.insertBefore(row.element, before ?? null);
    this.#rows.set(row.alert.id, row);
    if (this.#rows.size > MOST) {
      this.#remove(this.#list.lastElementChild.dataset.id);
    }
    // What was there when the page was opened is no news.
    if (Date.now() - this.#began > 3_000) {
      row.element.classList.add('new');
      this.#unseen += document.hidden ? 1 : 0;
      document.getElementById('announce').textContent = `New alert: ${row.alert.severity.toLowerCase()}, ${row.alert.entity}`;
    }
  }

  #remove(id) {
    this.#rows.get(id).element.remove();
    this.#rows.delete(id);
  }

  #count() {
    const answered = this.#list.querySelectorAll('.answered').length;
    document.getElementById('count').textContent = `${count(this.#rows.size - answered)} unanswered of ${count(this.#rows.size)}`;
    document.getElementById('empty').hidden = this.#rows.size > 0;
    this.#see();
  }

  #see() {
    this.#unseen = document.hidden ? this.#unseen : 0;
    document.title = this.#unseen > 0 ? `(${this.#unseen}) Twinwatch` : 'Twinwatch';
  }

  showEmptiness(connection, status) {
    if (this.#rows.size > 0 || status === null) return;
    const events = Object.values(status.outcomes).reduce((sum, number) => sum + number, 0);
    const scored = status.outcomes.SCORED ?? 0;
    document.getElementById('count').textContent = '';
    document.getElementById('empty').hidden = false;
    document.getElementById('empty-title').textContent = 'No alerts yet';
    document.getElementById('empty-more').textContent = connection !== 'live' ? ''
      : events === 0 ? 'No events either: they are awaited on the topic of the watch.'
        : scored === 0 ? `${many(events, 'event')} since ${clock(status.startedAt)}, none of them scored.`
          : `${many(scored, 'event')} scored since ${clock(status.startedAt)}, and everybody behaved like themselves.`;
  }
}
