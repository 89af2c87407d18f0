import { fold } from './fold.ts';
import type { Product } from './script-file.ts';
import type { Said } from './shelve.ts';
import type { Script } from './types.ts';

/** By product: its names, and the goods that its examples begin with. */
export function namesByProduct(
  scripts: readonly Script[],
  products: readonly Product[],
  said: readonly Said[],
): Map<string, string[]> {
  const names = new Map(products.map((product) => [product.id, new Set([nameLetters(product.names)])]));
  for (const [owner, { product }] of scripts.entries()) {
    if (product === undefined) continue;
    const own = names.get(product) ?? new Set([nameLetters(product)]);
    names.set(product, own);
    for (const topic of said[owner]!.topics) own.add(topic);
  }
  return new Map([...names].map(([product, own]) => [product, [...own].filter((name) => name !== '')]));
}

/**
 * Finds the products that a word names by two letters or more of their names; none where it could be too many.
 *
 * @param names by product, as `namesByProduct` gives them
 */
export function createNaming(names: ReadonlyMap<string, readonly string[]>): (word: string) => string[] {
  const byPart = new Map<string, Set<string>>();
  for (const [product, own] of names) {
    for (const name of own) {
      for (let from = 0; from < name.length; from++) {
        for (let to = from + 1; to <= Math.min(name.length, from + longest); to++) {
          const part = name.slice(from, to);
          const known = byPart.get(part);
          if (known) known.add(product);
          else byPart.set(part, new Set([product]));
        }
      }
    }
  }
  const most = Math.max(2, names.size / 8);
  return (word) => {
    for (let length = Math.min(longest, word.length); length > 0; length--) {
      // of a longer word one letter says little
      if (length === 1 && word.length > 1) break;
      for (let from = word.length - length; from >= 0; from--) {
        const found = byPart.get(word.slice(from, from + length));
        if (found && found.size <= most) return [...found];
      }
    }
    return [];
  };
}

const longest = 4;

/** Names as they stand in folded comments; ids of latin letters name nothing. */
const nameLetters = (names: string): string => fold(names).text.replace(/[a-z\d. ?]+/g, '');
