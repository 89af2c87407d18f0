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
          // 走 is no walking machine, 锁 may be a door lock
          if (to === from + 1 && to < name.length) continue;
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
/** Of more products than this the names are much the same. */
const mostNamed = 8;

/**
 * What a text says beside the names of the products it means: what it asks of them.
 *
 * A name ends in what the thing is, so its end is left out, 记录仪 of 行车记录仪; 恒温 of 恒温杯 may be asked about.
 *
 * @returns the text itself where nothing else would be left
 */
export function besideNames(
  text: string,
  meant: Iterable<string>,
  names: ReadonlyMap<string, readonly string[]>,
): string {
  let rest = text;
  let count = 0;
  for (const product of meant) {
    if (++count > mostNamed) break;
    for (const name of names.get(product) ?? [])
      for (let from = 0; from + 1 < name.length; from++) rest = rest.replace(name.slice(from), ' ');
  }
  return telling.test(rest) ? rest : text;
}

const telling = /[^这那个款你家们的了吗呢吧啊呀是有 ?]/;

/** Names as they stand in folded comments; ids of latin letters name nothing. */
const nameLetters = (names: string): string => fold(names).text.replace(/[a-z\d. ?]+/g, '');
