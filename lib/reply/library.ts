import { createWeighing } from './evidence.ts';
import { bar, closeness, sureness, within } from './judge.ts';
import type { Product } from './script-file.ts';
import { type Shelf, shelve } from './shelve.ts';
import type { Reading, Script } from './types.ts';

/** A script that may answer. */
export interface Match {
  script: Script;
  /** share of what is asked that the script's example asks too, 0 to 1 */
  score: number;
}

/** Scripts, ready to be searched. */
export interface Library {
  readonly scripts: readonly Script[];
  /**
   * The scripts that answer a comment, best first; none when nobody knows.
   *
   * @param reading what `readComment` said of the text, if that is at hand
   * @param limit at most so many
   */
  search(text: string, reading?: Reading, limit?: number): Match[];
}

/**
 * Indexes scripts by the meanings and characters of their examples, all at once.
 *
 * @param products what `script.product` stands for; scripts work without
 */
export function createLibrary(scripts: readonly Script[], products: readonly Product[] = []): Library {
  const steps = shelve(scripts, products);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return searchIn(step.value, scripts, products);
}

/**
 * The same in slices of a few ms, for a thread that has other things to do.
 *
 * @param rest waited for between two slices, told how many scripts were read; it ends the work by throwing
 */
export async function createLibraryInSlices(
  scripts: readonly Script[],
  products: readonly Product[],
  rest: (read: number) => Promise<void>,
): Promise<Library> {
  const steps = shelve(scripts, products);
  let step = steps.next();
  while (!step.done) {
    await rest(step.value);
    step = steps.next();
  }
  return searchIn(step.value, scripts, products);
}

function searchIn(shelf: Shelf, scripts: readonly Script[], products: readonly Product[]): Library {
  const weigh = createWeighing(shelf, scripts, products);
  return {
    scripts,
    search(text, reading, limit = 3) {
      const ranked = weigh(text, reading)
        .map(({ owner, evidence }) => ({ owner, evidence, score: closeness(evidence) }))
        .sort((a, b) => b.score - a.score || a.owner - b.owner);
      const [first, second] = ranked;
      if (!first || sureness(first.evidence, first.score - (second?.score ?? 0)) < bar) return [];
      return ranked
        .filter(({ score }) => score >= first.score - within)
        .slice(0, limit)
        .map(({ owner, score }) => ({ script: scripts[owner]!, score: Math.min(1, Math.max(0, score)) }));
    },
  };
}
