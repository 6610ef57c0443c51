// Puts the parts of the page together: what comes from the stream goes to the list and to the state on top.
import { follow } from './feed.js';
import { AlertList } from './list.js';
import { ModelsView } from './models.js';
import { rememberPerson } from './person.js';
import { askForReviews } from './reviews.js';
import { showStatus } from './status.js';
import { showNotice } from './notice.js';
import { followAddress } from './views.js';

rememberPerson();
const list = new AlertList();
const models = new ModelsView();
let status = null;
let connection = 'connecting';

function show() {
  showNotice(connection, status);
  list.showEmptiness(connection, status);
}

follow({
  reset: () => list.comeAnew(),
  alert: row => list.take(row),
  status: next => {
    status = next;
    showStatus(status);
    list.describeWith(status);
    models.noteEpoch(status.model?.epoch ?? 0);
    show();
  },
  connection: next => {
    connection = next;
    show();
  },
});
show();
followAddress(view => models.shown(view === 'models'));
askForReviews();
