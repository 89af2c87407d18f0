import type { Channel, Checker, ProductCategory } from '../../lib/compliance/types.ts';
import type { Finding } from '../../lib/model.ts';
import type { RoomState, SaidText } from '../../lib/room/state.ts';

/** Judges a text once, when it is first drawn: most comments are never looked at. */
export type Judge = (
  said: { text: string },
  channel: Channel,
  category?: ProductCategory,
) => readonly Finding[];

/** What was found in texts, by which checker. */
export type Memory = WeakMap<object, { by: Checker; findings: readonly Finding[] }>;

const none: readonly Finding[] = [];

/**
 * A memory over a checker. `said` objects must not change. With the memory of an earlier checker, a text in which the
 * same is found has the same array as before: what shows it need not be drawn again.
 */
export function createJudge(checker: Checker, memory: Memory = new WeakMap()): Judge {
  return (said, channel, category) => {
    const known = memory.get(said);
    if (known?.by === checker) return known.findings;
    const fresh = checker.check(said.text, { channel, ...(category && { category }) });
    const before = known?.findings ?? none;
    const findings = isSame(before, fresh) ? before : fresh;
    memory.set(said, { by: checker, findings });
    return findings;
  };
}

const isSame = (before: readonly Finding[], after: readonly Finding[]): boolean =>
  before.length === after.length && (after.length === 0 || JSON.stringify(before) === JSON.stringify(after));

/** What we said in the room with something to show in it, oldest first. */
export function riskyTexts(
  state: RoomState,
  judge: Judge | null,
): (SaidText & { findings: readonly Finding[] })[] {
  if (!judge) return [];
  return state.said
    .map((said) => ({ ...said, findings: judge(said, 'public_reply') }))
    .filter(({ findings }) => findings.some((finding) => finding.severity !== 'S0'));
}
