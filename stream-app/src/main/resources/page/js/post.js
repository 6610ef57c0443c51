// The one way in which the page changes something: JSON, which no form of a foreign page can send without being asked first.

export const postJson = (path, body) => fetch(path, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});
