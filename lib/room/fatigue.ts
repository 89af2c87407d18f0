import { isSameReply } from './same-reply.ts';
import type { RoomState } from './state.ts';

/** What a person should know before the same words go out once more: advice, nothing is held back. */
export type Fatigue =
  | { kind: 'again' }
  | { kind: 'repeated'; count: number; minutes: number }
  | { kind: 'fast'; count: number };

/** The same words so soon after each other (ms). */
const soon = 30_000;
const window = 10 * 60_000;
const often = 3;
const minute = 60_000;
/** Replies within a minute; a person who types reaches half of it. */
const many = 10;

/** Whether these words, or words at all, have been said too often of late. The figures are ours: platforms tell none. */
export function fatigueOf(
  text: string,
  { said, acts }: Pick<RoomState, 'said' | 'acts'>,
  now: number,
): Fatigue | null {
  const filled = acts.filter((act) => act.kind === 'fill' && now - act.at < window);
  const heard = said.filter(({ at }) => now - at < window);
  // what was filled is mostly heard, too: count the one or the other
  const [fills, rows] = [filled, heard].map((list) =>
    list.filter((one) => 'text' in one && isAlike(one.text, text)).map(({ at }) => at),
  ) as [number[], number[]];
  const same = fills.length > rows.length ? fills : rows;
  if ([...fills, ...rows].some((at) => now - at < soon)) return { kind: 'again' };
  if (same.length >= often) return { kind: 'repeated', count: same.length, minutes: window / minute };
  const count = Math.max(...[filled, heard].map((list) => list.filter(({ at }) => now - at < minute).length));
  return count >= many ? { kind: 'fast', count } : null;
}

const isAlike = (a: string, b: string): boolean => isSameReply(a, b) && isSameReply(b, a);
