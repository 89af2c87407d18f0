import { oldestOf } from './cut.ts';
import type { RoomState } from './state.ts';

/** Whoever was first heard before so many others counts as new again. */
const keptSpeakers = 20_000;
const step = 256;

/** Notes who has spoken: the next time is not their first. */
export function hear({ speakers }: RoomState, who: number): void {
  speakers.add(who);
  if (speakers.size <= keptSpeakers) return;
  for (const oldest of oldestOf(speakers, step)) speakers.delete(oldest);
}

/** 30 bits, which V8 keeps unboxed in a set: a name each would be most of a long session's memory. */
export function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & 0x3fffffff;
}
