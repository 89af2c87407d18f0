import type { Reading } from '../../lib/reply/types.ts';
import type { Findable, OwnMatch, ShelfLine, ShelfTold } from './shelf-line.ts';

/** Asks those who hold the scripts, and remembers what they said until the scripts change. */
export interface ShelfDesk {
  /** scripts that answer a comment, best first; at once when that was asked before */
  search(text: string, reading: Reading, limit: number): readonly OwnMatch[] | Promise<readonly OwnMatch[]>;
  /** scripts that a code, initials or words lead to, best first */
  find(query: string, limit: number): Promise<readonly Findable[]>;
  close(): void;
}

interface Told {
  /** so much of the scripts has been read, 0 to 1; null when that failed */
  onRead(share: number | null): void;
  /** an index stands; `waiting` scripts of the shop are in none, because nobody has approved them */
  onIndex(waiting: number): void;
}

/** Questions that stand on a board at a time, and some that were answered. */
const remembered = 300;

/** Opens the line. What was asked and is not answered yet stays unanswered when the desk is closed. */
export function createDesk(
  open: (onTold: (told: ShelfTold) => void) => ShelfLine,
  { onRead, onIndex }: Told,
): ShelfDesk {
  const waiting = new Map<number, (told: ShelfTold) => void>();
  const known = new Map<string, readonly OwnMatch[] | Promise<readonly OwnMatch[]>>();
  let asked = 0;

  const line = open((told) => {
    if ('id' in told) {
      waiting.get(told.id)?.(told);
      waiting.delete(told.id);
    } else if ('read' in told) onRead(told.read);
    else if ('failed' in told) {
      console.error('Scripts were not read:', told.failed);
      onRead(null);
    } else {
      known.clear();
      onIndex(told.waiting);
    }
  });

  return {
    search(text, reading, limit) {
      const key = `${limit} ${reading.intent} ${reading.isQuestion} ${text}`;
      const before = known.get(key);
      if (before) return before;
      const id = ++asked;
      const found = new Promise<readonly OwnMatch[]>((done) => {
        waiting.set(id, (told) => {
          const matches = 'matches' in told ? told.matches : [];
          if (known.get(key) === found) known.set(key, matches);
          done(matches);
        });
      });
      known.set(key, found);
      for (const oldest of known.keys()) {
        if (known.size <= remembered) break;
        known.delete(oldest);
      }
      line.ask({ id, text, reading, limit });
      return found;
    },
    find(query, limit) {
      const id = ++asked;
      line.ask({ id, query, limit });
      return new Promise((done) => waiting.set(id, (told) => done('found' in told ? told.found : [])));
    },
    close: line.close,
  };
}
