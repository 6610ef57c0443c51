// One alert. Names, reasons and comments come from events and from people: they are only ever set as text.
import { send } from './answers.js';
import { eventTime, figure, hundredth, iso, later, many, moment } from './words.js';

const REASONS_IN_SENTENCE = 2;
const LIMITS_ON_SCALE = 3;
const SENDING = 'Sending …';
const VERDICTS = { FRAUD: 'Fraud', LEGITIMATE: 'Legitimate' };

export class Row {
  constructor(alert, watch) {
    this.element = document.getElementById('row').content.firstElementChild.cloneNode(true);
    this.element.dataset.id = alert.id;
    this.#button('.fraud', 'FRAUD');
    this.#button('.legitimate', 'LEGITIMATE');
    this.show(alert, watch);
  }

  show(alert, watch) {
    this.alert = alert;
    this.element.dataset.severity = alert.severity;
    this.element.classList.toggle('closed', alert.state === 'CLOSED');
    this.#text('.severity', alert.severity.toLowerCase());
    this.#text('.kind', watch.entity);
    this.#text('.entity', alert.entity);
    this.#text('.state', stateWords(alert));
    this.#text('.risk', riskWords(alert));
    this.#text('.why', whyWords(alert.reasons, watch.fields));
    this.#text('.ids', `Alert ${alert.id}, opening event ${alert.opened.id}, model ${alert.model.slice(0, 12)}, `
      + `compared with ${many(alert.references, 'reference window')}, distance ${figure(alert.distance)}`);
    this.#text('.nearest', nearestWords(alert));
    this.#showTime(alert.opened);
    this.#showEvidence(alert);
    this.#showReasons(alert.reasons);
    this.#showSaid(alert.said);
    this.#part('.buttons').setAttribute('aria-label', `What was it with ${alert.entity}?`);
  }

  #part(selector) {
    return this.element.querySelector(selector);
  }

  #text(selector, words) {
    this.#part(selector).textContent = words;
  }

  #showTime(opened) {
    const when = this.#part('.when');
    when.textContent = eventTime(opened);
    if (opened.time !== null) {
      when.dateTime = iso(opened.time);
      when.title = iso(opened.time);
    }
  }

  #showEvidence(alert) {
    // The same scale in every row, so that rows can be compared.
    const most = Math.max(LIMITS_ON_SCALE * alert.limit, 1);
    const width = value => Math.max(0, Math.min(1, value / most)) * 120;
    this.#part('rect.peak').setAttribute('width', width(alert.peak));
    this.#part('rect.limit').setAttribute('x', width(alert.limit));
    this.#text('.figures', `score ${figure(alert.peak)}, limit ${figure(alert.limit)}`);
  }

  #showReasons(reasons) {
    this.#part('tbody').replaceChildren(...reasons.map(reason => {
      const line = document.createElement('tr');
      const at = reason.events.map(eventTime).join(', ');
      [reason.feature, reason.observed, reason.usual, `${Math.round(100 * reason.share)} %`, at].forEach(words => {
        line.insertCell().textContent = words;
      });
      return line;
    }));
  }

  #showSaid(said) {
    this.element.classList.toggle('answered', said !== null);
    this.#part('.fraud').setAttribute('aria-pressed', said?.verdict === 'FRAUD');
    this.#part('.legitimate').setAttribute('aria-pressed', said?.verdict === 'LEGITIMATE');
    if (said !== null) {
      const comment = said.comment ? `: ${said.comment}` : '';
      this.#say(`${VERDICTS[said.verdict]} · ${said.who} · ${moment(said.at)}${comment}`);
    }
  }

  #say(words, isError = false) {
    const said = this.#part('.said');
    said.textContent = words;
    said.classList.toggle('error', isError);
  }

  #button(selector, verdict) {
    this.#part(selector).addEventListener('click', async () => {
      const buttons = this.element.querySelectorAll('.buttons button');
      const comment = this.#part('.comment input');
      buttons.forEach(button => { button.disabled = true; });
      this.#say(SENDING);
      const problem = await send(this.alert.id, verdict, comment.value);
      buttons.forEach(button => { button.disabled = false; });
      if (problem !== '') {
        this.#say(problem, true);
        return;
      }
      comment.value = '';
      // The row itself comes over the stream, perhaps before this answer.
      if (this.#part('.said').textContent === SENDING) this.#say('Sent.');
    });
  }
}

function stateWords({ events, state, opened, latest }) {
  const timed = events > 1 && opened.time !== null && latest.time !== null;
  const until = timed ? ` until ${later(latest.time, opened.time)}` : '';
  return `${many(events, 'event')} over the limit${until}, ${state === 'CLOSED' ? 'closed' : 'open'}`;
}

/** What to look at first, where the watch names an amount. */
function riskWords({ valueAtRisk: risk }) {
  return risk === null ? '' : `${figure(risk)} at risk`;
}

/** What its latest window is most like, as far as that is known. */
function nearestWords({ nearestReference: own, nearestEntity: other, nearestCase: fraud }) {
  const parts = [];
  if (own) parts.push(`its own window up to ${eventTime(own.latest)} (distance ${hundredth(own.distance)})`);
  if (other) parts.push(`acts like ${other.entity ?? 'another entity of the training'} (${hundredth(other.distance)})`);
  if (fraud) parts.push(`fraud case ${fraud.id} (${hundredth(fraud.distance)})`);
  return parts.length === 0 ? '' : `Nearest: ${parts.join('; ')}`;
}

/** Features have names for those who write watches; whoever reads alerts knows the fields. */
function whyWords(reasons, fields) {
  if (reasons.length === 0) return 'Behaves unlike itself; no single reason stands out.';
  const words = reasons.slice(0, REASONS_IN_SENTENCE).map(({ feature, words: said }) =>
    fields[feature] && said.startsWith(`${feature}:`) ? fields[feature] + said.slice(feature.length) : said);
  const sentence = [...new Set(words)].join('; ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
