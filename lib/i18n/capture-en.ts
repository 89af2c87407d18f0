import type { captureZhCN } from './capture.ts';

/** The same in English. */
export const captureEn: typeof captureZhCN = {
  capture: {
    listening: 'Listening',
    waiting: 'Waiting for the broadcast',
    lost: 'Disconnected',
    limited: 'Limited',
    ended: 'Ended',
    missing: (count) => `${count} comments could not be recorded`,
    details: 'Details',
    unreadable: (count) => `${count} records are damaged and were skipped`,
  },

  troubles: {
    'no-comments-yet': {
      what: 'Connected to the console, but no comment data has been read yet.',
      next: 'Before the broadcast that is fine; if comments move on the page, reload the console.',
    },
    'feed-silent': {
      what: 'The comment feed does not answer any more.',
      next: 'See whether comments still move in the console; if not, reload it. The log carries on.',
    },
    'list-paused': {
      what: 'The comment list in the console stands still.',
      next: 'Click “新评论” in the console to let it run.',
    },
    'idle-dialog': {
      what: 'The console asks whether you are still there.',
      next: 'Confirm in the console; listening resumes by itself.',
    },
    'logged-out': {
      what: 'The console has logged you out.',
      next: 'Log in again on the console page; listening resumes by itself.',
    },
    'rows-unreadable': {
      what: 'The console has changed; its comment list cannot be read.',
      next: 'Teach it with “Point at a comment” in capture health, or update the extension.',
    },
    'feed-unreadable': {
      what: 'The comment feed has changed its format.',
      next: 'Please update the extension.',
    },
    'page-unreadable': {
      what: 'The page is moving, but not one comment can be understood.',
      next: 'Teach it with “Point at a comment” in capture health, or update the extension.',
    },
    'paths-disagree': {
      what: 'The page list shows comments that the feed did not bring.',
      next: 'The log goes by the feed. Compare with the console; if some are missing, send the diagnostics file.',
    },
    'hook-missing': {
      what: 'The listener is not in this page; its feed cannot be heard.',
      next: 'Please reload the console page.',
    },
    slowed: {
      what: 'The console is in the background and slowed; comments may come a minute late.',
      next: 'Bring the console into a visible window; it catches up at once.',
    },
  },

  away: {
    what: 'The console page does not answer; it may be closed.',
    next: 'Open the console page again; the same session carries on.',
  },

  storage: {
    'disk-full': {
      what: 'The disk is full; new comments cannot be recorded for now.',
      works: 'Comments wait in the page and are not lost; questions and replies still work.',
      next: 'Free some space, or export and delete old sessions. Recording then catches up by itself.',
    },
    'database-blocked': {
      what: 'The database on this machine cannot be opened; new comments cannot be recorded for now.',
      works: 'Comments wait in the page and are not lost.',
      next: 'Close other co-pilot pages and try again, or restart the browser. Private windows cannot record.',
    },
    since: (time) => `since ${time}`,
  },
};
