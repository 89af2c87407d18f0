import type { Script } from '../reply/types.ts';
import { count, getOr } from './counting.ts';
import type { Digest } from './digest.ts';
import type { Part } from './statistics.ts';

/** How a script fared. */
export interface ScriptFigures {
  id: string;
  /** null when the library has it no more */
  text: string | null;
  /** questions below which it was offered */
  shown: number;
  /** of them, those for which it was taken */
  accepted: Part;
  /** times it was put into the box, by whatever way */
  filled: number;
  /** of those, whose words a person changed before */
  edited: number;
  /** of those, seen in the room: word for word, and changed */
  sentAsIs: number;
  sentChanged: number;
  /** sent answers after which the same was asked again, of those that were watched long enough */
  askedAgain: Part;
  /** what people made of it, the most frequent first */
  wordings: { text: string; count: number }[];
}

/** So long after an answer the same question counts as asked again (ms). */
const repeatWindow = 10 * 60_000;

/** Every script that was offered or used, the most offered first. */
export function scriptFigures(
  digest: Digest,
  scripts: readonly Pick<Script, 'id' | 'text'>[],
): ScriptFigures[] {
  const texts = new Map(scripts.map(({ id, text }) => [id, text]));
  const offered = new Map<string, Set<string>>();
  for (const { question, script } of digest.shown) getOr(offered, script, () => new Set()).add(question);
  const sent = new Map(
    digest.turns.flatMap((turn) => (turn.what === 'sent' ? [[turn.fill, turn] as const] : [])),
  );
  const again = new Map<string, number[]>();
  for (const turn of digest.turns)
    if (turn.what === 'again') getOr(again, turn.question, () => []).push(turn.at);

  const figures = new Map<string, ScriptFigures & { taken: Set<string>; words: Map<string, number> }>();
  const of = (id: string) =>
    getOr(figures, id, () => ({
      id,
      text: texts.get(id) ?? null,
      shown: offered.get(id)?.size ?? 0,
      accepted: { part: 0, of: 0 },
      filled: 0,
      edited: 0,
      sentAsIs: 0,
      sentChanged: 0,
      askedAgain: { part: 0, of: 0 },
      wordings: [],
      taken: new Set<string>(),
      words: new Map<string, number>(),
    }));
  for (const id of offered.keys()) of(id);
  for (const fill of digest.fills) {
    // a model's draft counts as one script of its own
    const id = fill.model ? 'draft' : fill.script;
    if (id === undefined) continue;
    const one = of(id);
    one.filled++;
    if (fill.edited) one.edited++;
    if (fill.question && offered.get(id)?.has(fill.question)) one.taken.add(fill.question);
    const seen = sent.get(fill.seq);
    if (seen) {
      if (seen.isExact) one.sentAsIs++;
      else one.sentChanged++;
      noteAgain(one, fill.question, seen.at);
    }
    const words = seen && !seen.isExact ? seen.text : fill.edited ? fill.text : undefined;
    if (words !== undefined) count(one.words, words);
  }
  return [...figures.values()]
    .map(({ taken, words, ...one }) => ({
      ...one,
      accepted: { part: taken.size, of: one.shown },
      wordings: [...words]
        .map(([text, times]) => ({ text, count: times }))
        .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)),
    }))
    .sort((a, b) => b.shown - a.shown || b.filled - a.filled || (a.id < b.id ? -1 : 1));

  function noteAgain(one: ScriptFigures, question: string | undefined, at: number): void {
    if (question === undefined) return;
    const isRepeated = (again.get(question) ?? []).some((time) => time > at && time - at <= repeatWindow);
    if (!isRepeated && (digest.until ?? 0) - at < repeatWindow) return;
    one.askedAgain.of++;
    if (isRepeated) one.askedAgain.part++;
  }
}
