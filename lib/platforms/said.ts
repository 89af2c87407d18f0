import { limits } from '../limits.ts';
import { isObject, type Json } from './json.ts';
import type { Said } from './platform.ts';

/** An item of a feed that did not become a comment. `skip` is one that is rightly none. */
export type Refusal = 'malformed' | 'oversized' | 'skip';

/** Reads a feed's items one by one and counts what was refused; a list that is none counts once. */
export function collect(
  items: unknown,
  read: (item: Json) => Said | Refusal,
): { said: Said[]; malformed: number; oversized: number } {
  const said: Said[] = [];
  const refused = { malformed: 0, oversized: 0, skip: 0 };
  if (!Array.isArray(items)) return { said, malformed: 1, oversized: 0 };
  for (const item of items) {
    const one = isObject(item) ? read(item) : 'malformed';
    if (typeof one === 'string') refused[one] += 1;
    else said.push(one);
  }
  return { said, malformed: refused.malformed, oversized: refused.oversized };
}

/** Lets a comment in if name and text are there and within bounds; badges too many or too long are left off. */
export function accept(
  candidate: Omit<Said, 'nick' | 'text'> & { nick: unknown; text: unknown },
): Said | Refusal {
  const { nick, text, badges, ...rest } = candidate;
  if (typeof nick !== 'string' || typeof text !== 'string' || text.trim() === '') return 'malformed';
  if (text.length > limits.text || nick.length > limits.nick) return 'oversized';
  const said: Said = { nick, text };
  for (const key of ['id', 'userId', 'anchor', 'at', 'shownAt', 'by'] as const)
    if (rest[key] !== undefined) Object.assign(said, { [key]: rest[key] });
  const kept = badges
    ?.filter((badge) => badge !== '' && badge.length <= limits.badge)
    .slice(0, limits.badges);
  if (kept?.length) said.badges = kept;
  return said;
}

const day = 24 * 3600_000;

/**
 * The platform's time in ms epoch if it can be true: within a day before `seenAt`, and not more than
 * five minutes ahead of this machine's clock. Takes seconds or milliseconds, numbers or digits.
 */
export function timeOf(value: unknown, seenAt: number): number | undefined {
  const number = typeof value === 'string' && /^\d{10,13}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return undefined;
  const at = Math.round(number < 1e11 ? number * 1000 : number);
  return at > seenAt - day && at < seenAt + 5 * 60_000 ? at : undefined;
}
