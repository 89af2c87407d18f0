/** The page-world tap tells what it heard: a JSON string in `detail`, because objects do not cross in every browser. */
export const heardEvent = 'live-copilot:heard';
/**
 * Sent to the list (`detail: 'list'`) or to a row: read the comments React holds there, now. For a row, a
 * prevented default says that it held one. Sent to the document (`'tap'`), a prevented default says that the tap
 * is there.
 */
export const askEvent = 'live-copilot:ask';

/** Longest body that is copied, in UTF-16 units; a longer one is announced without it. */
export const bodyLimit = 4_000_000;
