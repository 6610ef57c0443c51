// Puts the parts of the page together: what comes from the stream goes to the list and to the state on top.
import { follow } from './feed.js';
import { AlertList } from './list.js';
import { askForReviews } from './reviews.js';
import { showStatus } from './status.js';
import { showNotice } from './notice.js';

const list = new AlertList();
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
    show();
  },
  connection: next => {
    connection = next;
    show();
  },
});
show();
askForReviews();
