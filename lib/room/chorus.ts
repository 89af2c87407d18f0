import type { CommentEvent } from '../model.ts';
import { fold } from '../reply/fold.ts';
import type { Reading } from '../reply/types.ts';

/** Near-same praise from several accounts in a short time: worth a look (反不正当竞争法 Art. 9, 电子商务法 Art. 17). */
export interface Chorus {
  /** as first said */
  text: string;
  users: Set<string>;
  /** ms epoch of the first and the newest */
  from: number;
  to: number;
}

/** Praise of the last minutes, waiting for others like it. */
export interface Praise {
  at: number;
  user: string;
  text: string;
  /** folded */
  letters: string;
  pairs: ReadonlySet<string>;
  chorus: Chorus | null;
}

const window = 5 * 60_000;
const keptPraise = 300;
const keptChoruses = 50;
/** Short praise is alike by nature. */
const leastLetters = 8;
const leastUsers = 3;
/** Share of letter pairs in common. */
const alike = 0.8;
/** Each is like another one, not all are as like the first. */
const kin = 0.5;

const told = /[用喝吃穿戴买涂敷贴](?:了|过)|回购|效果|亲测|推荐|收到/;

/** Whether a comment, folded, tells of having used the goods, or praises. */
export const isTestimonial = (letters: string, { sentiment }: Reading): boolean =>
  sentiment === 'positive' || (sentiment === 'neutral' && told.test(letters));

/** All neighbouring letters. */
export const pairsOf = (letters: string): Set<string> =>
  new Set(Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2)));

/**
 * Listens to one testimonial, folded to `letters`, and gives the chorus that it completes or joins; null while
 * it stands alone. `praise` and `choruses` are changed in place.
 */
export function hearPraise(
  { praise, choruses }: { praise: Praise[]; choruses: Chorus[] },
  { at, text, userId, nick }: CommentEvent,
  letters: string,
): Chorus | null {
  if (letters.length < leastLetters) return null;
  const user = userId ?? nick;
  const pairs = pairsOf(letters);
  const like = praise.filter((one) => at - one.at <= window && isAlike(one, pairs));
  const chorus = like.find((one) => one.chorus)?.chorus ?? begin(like, user, at);
  if (chorus) {
    for (const one of like) one.chorus = chorus;
    chorus.users.add(user);
    chorus.to = Math.max(chorus.to, at);
    if (!choruses.includes(chorus)) choruses.push(chorus);
    if (choruses.length > keptChoruses) choruses.shift();
  }
  praise.push({ at, user, text, letters, pairs, chorus });
  if (praise.length > 2 * keptPraise) praise.splice(0, praise.length - keptPraise);
  return chorus;
}

/** Whether a comment is one of those that praise alike: its author is among them, in their time, with words like theirs. */
export function isInChorus(
  choruses: readonly Chorus[],
  { at, userId, nick, text }: Pick<CommentEvent, 'at' | 'userId' | 'nick' | 'text'>,
): boolean {
  const user = userId ?? nick;
  const theirs = choruses.filter(({ users, from, to }) => at >= from && at <= to && users.has(user));
  if (theirs.length === 0) return false;
  const pairs = pairsOf(fold(text).text);
  return theirs.some((chorus) => shareOf(pairsOf(fold(chorus.text).text), pairs) >= kin);
}

function begin(like: readonly Praise[], user: string, at: number): Chorus | null {
  const users = new Set([...like.map((one) => one.user), user]);
  if (users.size < leastUsers) return null;
  const [first] = like;
  return first ? { text: first.text, users, from: first.at, to: at } : null;
}

function isAlike({ letters, pairs }: Praise, other: ReadonlySet<string>): boolean {
  // the smaller set cannot share more than itself; a text has fewer pairs than letters
  if (!canBeAlike(Math.min(letters.length - 1, other.size), other.size)) return false;
  return canBeAlike(pairs.size, other.size) && shareOf(pairs, other) >= alike;
}

const canBeAlike = (one: number, other: number): boolean => 2 * Math.min(one, other) >= alike * (one + other);

/** Dice's coefficient over letter pairs. */
function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared++;
  return (2 * shared) / (one.size + other.size || 1);
}
