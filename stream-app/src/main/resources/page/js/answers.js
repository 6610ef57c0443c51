// Sends what a person found out about an alert.

/** Returns what went wrong, as a sentence; empty for nothing. */
export async function send(alert, verdict, comment) {
  const who = document.getElementById('who').value.trim();
  try {
    const answer = await fetch('api/feedback', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ alert, verdict, comment, who }),
    });
    if (answer.ok) return '';
    const refusal = await answer.json().catch(() => ({}));
    return `Not sent: ${refusal.error ?? `the service answered ${answer.status}`}`;
  } catch {
    return 'Not sent: the service cannot be reached. Try again when the connection is back.';
  }
}
