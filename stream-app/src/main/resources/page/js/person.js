// Who is at the page, for whatever is written down; the browser remembers it.

const input = document.getElementById('who');

export const who = () => input.value.trim();

export function rememberPerson() {
  input.value = localStorage.getItem('who') ?? '';
  input.addEventListener('change', () => localStorage.setItem('who', who()));
}
