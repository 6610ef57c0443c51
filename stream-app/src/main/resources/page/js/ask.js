// Asks whether a person really wants it, and why. One dialog for all questions.
import { who } from './person.js';

const at = id => document.getElementById(id);

/** The reason as text; null where the person does not want it after all. */
export function askWhy(title, more, yes) {
  const dialog = at('ask');
  at('ask-title').textContent = title;
  at('ask-more').textContent = more;
  at('ask-yes').textContent = yes;
  at('ask-who').textContent = who() === '' ? 'The audit will say “page”, since you gave no name.' : `The audit will name ${who()}.`;
  at('ask-why').value = '';
  dialog.returnValue = '';
  dialog.showModal();
  at('ask-why').focus();
  return new Promise(answer => {
    dialog.addEventListener('close', () => answer(dialog.returnValue === 'yes' ? at('ask-why').value.trim() : null), { once: true });
    at('ask-no').onclick = () => dialog.close('no');
    dialog.querySelector('form').onsubmit = event => {
      event.preventDefault();
      dialog.close('yes');
    };
  });
}
