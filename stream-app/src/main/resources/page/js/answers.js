// Sends what a person found out about an alert or an event. Each returns what went wrong, as a sentence; empty for nothing.
import { postJson } from './post.js';
import { who } from './person.js';

export const send = (alert, verdict, comment) => post({ alert, verdict, comment });
export const sendOfEvent = (event, entity, verdict) => post({ event, entity, verdict });

async function post(answered) {
  try {
    const answer = await postJson('api/feedback', { ...answered, who: who() });
    if (answer.ok) return '';
    const refusal = await answer.json().catch(() => ({}));
    return `Not sent: ${refusal.error ?? `the service answered ${answer.status}`}`;
  } catch {
    return 'Not sent: the service cannot be reached. Try again when the connection is back.';
  }
}
