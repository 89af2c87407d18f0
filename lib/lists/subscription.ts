/** Why the last look at a list brought nothing new; its last good version stays. */
const listTroubles = [
  'no-permission',
  'offline',
  'gone',
  'refused',
  'moved',
  'too-big',
  'malformed',
  'unsigned',
  'wrong-key',
  'tampered',
  'older',
] as const;
export type ListTrouble = (typeof listTroubles)[number];

/** A version that waits until somebody has looked at it, and why: texts it would flag of those replayed. */
export interface Held {
  hash: string;
  /** ms epoch */
  at: number;
  flags: number;
  of: number;
  version?: string;
}

/** A list that is fetched from an address again and again. */
export interface Subscription {
  /** the list's id */
  id: string;
  /** https */
  url: string;
  /** between two looks, as the list says (ms) */
  expires: number;
  /** ms epoch of the last look, and of the last that found the list in order */
  checkedAt: number;
  goodAt: number;
  /** looks in vain since then */
  failures: number;
  trouble?: ListTrouble;
  etag?: string;
  modified?: string;
  /** as the publisher counts */
  version?: string;
  /** Ed25519 public key in base64, pinned when it was subscribed to: nothing else is believed any more */
  key?: string;
  /** lines and phrases of the last good version that were left out */
  dropped?: number;
  held?: Held;
}

/** How a look at an address ended; `unchanged` when the server had nothing newer. */
export type Looked =
  | { kind: 'unchanged' }
  | { kind: 'failed'; trouble: ListTrouble }
  | ({ kind: 'new' } & Fresh);

/** What is kept of an answer, beside the words themselves. */
export interface Fresh extends Pick<Subscription, 'etag' | 'modified' | 'version' | 'key' | 'dropped'> {
  expires?: number;
}

const hour = 3_600_000;
const bounds = { least: hour, usual: 24 * hour, most: 14 * 24 * hour };

/** What is asked for between an hour and two weeks; a day where a list says nothing. */
export const expiryOf = (said: number | undefined): number =>
  Math.min(bounds.most, Math.max(bounds.least, said ?? bounds.usual));

/** After trouble it is asked again within the hour, then ever more rarely. */
const patience = ({ expires, failures }: Subscription): number =>
  failures === 0 ? expires : Math.min(expires, (hour / 4) * 2 ** Math.min(failures, 10));

/** Is it time to look again? */
export const isDue = (subscription: Subscription, now: number): boolean =>
  now >= subscription.checkedAt + patience(subscription);

/** 过久未更新: twice its time has passed without an answer in order. */
export const isStale = ({ goodAt, expires }: Subscription, now: number): boolean =>
  now > goodAt + 2 * expires;

/** A subscription after a look at its address. Pure; `held` when the new version waits for a person. */
export function afterLook(before: Subscription, looked: Looked, now: number, held?: Held): Subscription {
  if (looked.kind === 'failed')
    return { ...before, checkedAt: now, failures: before.failures + 1, trouble: looked.trouble };
  const { trouble: _, ...good } = { ...before, checkedAt: now, goodAt: now, failures: 0 };
  if (looked.kind === 'unchanged') return good;
  const { etag, modified, version, key, dropped, expires } = looked;
  const { etag: _e, modified: _m, version: _v, dropped: _d, held: _h, ...rest } = good;
  return {
    ...rest,
    expires: expiryOf(expires),
    ...(etag !== undefined && { etag }),
    ...(modified !== undefined && { modified }),
    ...(version !== undefined && { version }),
    ...(dropped !== undefined && dropped > 0 && { dropped }),
    ...(rest.key === undefined && key !== undefined && before.goodAt === 0 && { key }),
    ...(held && { held }),
  };
}

/** An address as a subscription takes it: https, no name or password in it; null when it is none. */
export function readListAddress(typed: string): { url: string; origin: string; host: string } | null {
  if (typed.length > 500 || !URL.canParse(typed.trim())) return null;
  const url = new URL(typed.trim());
  if (url.protocol !== 'https:' || url.username || url.password) return null;
  url.hash = '';
  return { url: url.href, origin: `https://${url.hostname}/*`, host: url.host };
}
