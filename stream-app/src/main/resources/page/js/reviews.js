// The few events below the limit about which people are asked; few a day, so that asking now and then is enough.
import { sendOfEvent } from './answers.js';
import { figure, moment } from './words.js';

const PAUSE = 10_000;

export function askForReviews() {
  refresh();
  setInterval(refresh, PAUSE);
}

async function refresh() {
  try {
    const answer = await fetch('api/reviews');
    if (answer.ok) show(await answer.json());
  } catch {
    // The notice on top says that the service is away.
  }
}

function show(reviews) {
  const list = document.getElementById('review-rows');
  document.getElementById('reviews').hidden = reviews.length === 0;
  const known = new Map([...list.children].map(row => [row.dataset.key, row]));
  const asked = new Set(reviews.map(key));
  known.forEach((row, of) => asked.has(of) || row.remove());
  // New ones come on top; what is asked already is not moved, since that would take the focus from its buttons.
  reviews.filter(review => !known.has(key(review))).reverse().forEach(review => list.prepend(row(review)));
}

const key = ({ entity, event }) => JSON.stringify([entity, event]);

// Names come from events: they are only ever set as text.
function row(review) {
  const element = document.getElementById('review-row').content.firstElementChild.cloneNode(true);
  element.dataset.key = key(review);
  element.querySelector('.entity').textContent = review.entity;
  element.querySelector('.event').textContent = `event ${review.event}${review.time === null ? '' : `, ${moment(review.time)}`}`
    + `, score ${figure(review.evidence)}, limit ${figure(review.limit)}`;
  element.querySelector('.fraud').addEventListener('click', () => answer(element, review, 'FRAUD'));
  element.querySelector('.legitimate').addEventListener('click', () => answer(element, review, 'LEGITIMATE'));
  return element;
}

async function answer(element, review, verdict) {
  const buttons = element.querySelectorAll('button');
  const said = element.querySelector('.said');
  buttons.forEach(button => { button.disabled = true; });
  said.textContent = 'Sending …';
  const problem = await sendOfEvent(review.event, review.entity, verdict);
  buttons.forEach(button => { button.disabled = problem === ''; });
  said.classList.toggle('error', problem !== '');
  said.textContent = problem === '' ? 'Sent.' : problem;
}
