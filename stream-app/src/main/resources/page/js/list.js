// The alerts, in the order that a person chose; one row for each story, changed in place so that nothing a person is doing is
// lost.
import { mostAtRiskFirst, newestFirst } from './order.js';
import { Row } from './row.js';
import { clock, count, many } from './words.js';

const MOST = 300;

export class AlertList {
  #rows = new Map();
  #stale = new Set();
  #list = document.getElementById('rows');
  #filter = document.getElementById('unanswered');
  #sort = document.getElementById('sort');
  #order = newestFirst;
  #watch = { entity: '', fields: {}, amount: null };
  #unseen = 0;
  #began = Date.now();

  constructor() {
    this.#filter.addEventListener('change', () => this.#list.classList.toggle('only-unanswered', this.#filter.checked));
    this.#sort.addEventListener('change', () => this.#reorder());
    document.addEventListener('visibilitychange', () => this.#see());
  }

  /** All rows follow anew; those that do not are gone by the next status. */
  comeAnew() {
    this.#stale = new Set(this.#rows.keys());
    this.#began = Date.now();
  }

  /** What the watch calls things. */
  describeWith(status) {
    this.#watch = status;
    document.getElementById('sorting').hidden = status.amount === null;
    this.#reorder();
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
      this.#place(known);
    } else {
      this.#add(new Row(alert, this.#watch));
    }
    this.#count();
  }

  #add(row) {
    this.#rows.set(row.alert.id, row);
    this.#place(row);
    if (this.#rows.size > MOST) {
      this.#remove([...this.#rows.values()].map(known => known.alert).sort(newestFirst).at(-1).id);
    }
    // What was there when the page was opened is no news.
    if (Date.now() - this.#began > 3_000) {
      row.element.classList.add('new');
      this.#unseen += document.hidden ? 1 : 0;
      document.getElementById('announce').textContent = `New alert: ${row.alert.severity.toLowerCase()}, ${row.alert.entity}`;
    }
  }

  /** Where a watch names no amount, nothing is known to be at risk. */
  #reorder() {
    const order = this.#sort.value === 'risk' && this.#watch.amount !== null ? mostAtRiskFirst : newestFirst;
    if (order !== this.#order) {
      this.#order = order;
      [...this.#rows.values()].sort((one, other) => order(one.alert, other.alert)).forEach(row => this.#move(row, null));
    }
  }

  #place(row) {
    const next = [...this.#list.children].find(other =>
      other !== row.element && this.#order(row.alert, this.#rows.get(other.dataset.id).alert) < 0) ?? null;
    // What is moved loses the focus: a row in which somebody is at work stays until its next change.
    const stays = row.element.isConnected && (row.element.nextElementSibling === next || row.element.contains(document.activeElement));
    if (!stays) {
      this.#move(row, next);
    }
  }

  #move(row, next) {
    row.element.classList.remove('new');
    this.#list.insertBefore(row.element, next);
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
