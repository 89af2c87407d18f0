/** The page-world tap tells what it heard: a JSON string in `detail`, because objects do not cross in every browser. */
export const heardEvent = 'live-copilot:heard';
/** Sent to a row element: read its React props now. Sent to the document: is anyone there? */
export const askEvent = 'live-copilot:ask';

/** Longest body that is copied, in UTF-16 units; a longer one is announced without it. */
export const bodyLimit = 4_000_000;
