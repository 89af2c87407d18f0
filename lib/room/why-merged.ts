import { concepts } from '../reply/concepts.ts';
import { readSense } from '../reply/read.ts';
import { sense, type Term } from '../reply/sense.ts';
import type { Intent } from '../reply/types.ts';

/** What several wordings have in common: why they stand on one card. */
export interface Common {
  intent: Intent;
  /** things that all of them say, each in the words they say it with */
  said: string[][];
  /** what all of them fill in: link, height, size … as `Reading.slots` has it */
  slots: [name: string, value: string][];
  /** all of them deny */
  isDenied: boolean;
}

/** These join other words and explain nothing. */
const idle: ReadonlySet<string> = new Set(['noise', 'neg', 'weak', 'degree', 'ask']);
const mostWays = 4;

/** Finds what the texts share, by meaning and not by letters. Pure. */
export function whyMerged(texts: readonly [string, ...string[]]): Common {
  const senses = texts.map((text) => sense(text));
  const [first, ...others] = senses as [(typeof senses)[number], ...typeof senses];
  const shared = first.terms.filter((term) =>
    others.every(({ terms }) => terms.some((other) => isSame(term, other))),
  );
  const telling = shared.filter(({ concept }) => concept < 0 || !idle.has(concepts[concept]!.group));
  return {
    intent: readSense(first).intent,
    said: (telling.length > 0 ? telling : shared).map((term) =>
      [
        ...new Set(
          senses.flatMap(({ terms }) => terms.filter((other) => isSame(term, other)).map(({ text }) => text)),
        ),
      ].slice(0, mostWays),
    ),
    slots: Object.entries(first.slots).filter(([name, value]) =>
      others.every(({ slots }) => slots[name] === value),
    ),
    isDenied: senses.every(({ denials }) => denials % 2 === 1),
  };
}

const isSame = (one: Term, other: Term): boolean =>
  one.concept >= 0 ? one.concept === other.concept : one.text === other.text;
