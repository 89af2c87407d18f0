import type { Maker } from '../index/maker.ts';
import type { Sign } from '../log/database.ts';
import { unzip, zip } from '../log/pack.ts';
import { readComment } from '../reply/read.ts';
import type { Intent } from '../reply/types.ts';
import { createLetters } from './letters.ts';
import { type Lines, writeLines } from './lines.ts';

/** Goes up with every change of what a line holds or of how letters are folded. */
export const signVersion = 1;

/** What a comment wants, read anew. */
export const readIntent = ({ text }: { text: string }): Intent => readComment(text).intent;

/** Makes what search needs of a stretch: its lines, packed to some twenty bytes a comment. */
export function signMaker(): Maker {
  const letters = createLetters();
  return {
    table: 'signs',
    version: signVersion,
    async make({ session, first, count, events, rows }): Promise<Sign> {
      const intents = new Map(rows.map(({ seq, reading }) => [seq, reading.intent]));
      const lines = writeLines(first, events, letters, (one) => intents.get(one.seq) ?? readIntent(one));
      return { session, first, count, version: signVersion, bytes: await zip(lines) };
    },
  };
}

/** The lines of a sign again; none when it was damaged, for it can be made anew. */
export const linesOf = ({ bytes }: Sign): Promise<Lines> => unzip(bytes).catch(() => '');
