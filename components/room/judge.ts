import type { Channel, Checker, ProductCategory } from '../../lib/compliance/types.ts';
import type { Finding } from '../../lib/model.ts';
import type { RoomState, SaidText } from '../../lib/room/state.ts';

/** Judges a text once, when it is first drawn: most comments are never looked at. */
export type Judge = (
  said: { text: string },
  channel: Channel,
  category?: ProductCategory,
) => readonly Finding[];

/** A memory over a checker; a new rule set means a new one. `said` objects must not change. */
export function createJudge(checker: Checker): Judge {
  const known = new WeakMap<object, readonly Finding[]>();
  return (said, channel, category) => {
    let findings = known.get(said);
    if (!findings) {
      findings = checker.check(said.text, { channel, ...(category && { category }) });
      known.set(said, findings);
    }
    return findings;
  };
}

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
