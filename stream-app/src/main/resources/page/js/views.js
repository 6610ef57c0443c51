// Which part of the page is shown: the one that the address names, so that reloads, history and links work.

const parts = { alerts: document.getElementById('view-alerts'), models: document.getElementById('models') };

/** Shows it and calls `shown(name)`, now and whenever the address changes. */
export function followAddress(shown) {
  const show = () => {
    const view = location.hash === '#models' ? 'models' : 'alerts';
    Object.entries(parts).forEach(([name, part]) => { part.hidden = name !== view; });
    document.querySelectorAll('.views a').forEach(link => {
      if (link.hash === `#${view}`) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    });
    shown(view);
  };
  addEventListener('hashchange', show);
  show();
}
