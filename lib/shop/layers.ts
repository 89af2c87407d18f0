import type { Library } from '../reply/library.ts';
import type { Script } from '../reply/types.ts';
import type { ShopProduct } from './schema.ts';

type Build = (scripts: readonly Script[], products: readonly ShopProduct[]) => Promise<Library>;

/** A library that was indexed as a whole, and what was changed since, indexed apart. */
export interface Layers extends Library {
  readonly base: Library;
  /** of the base, what every script and the products' names were when it was indexed */
  readonly known: ReadonlyMap<string, string>;
  readonly named: string;
}

/** Changed scripts beyond this are worth a whole index again. */
const mostApart = 300;

/**
 * Indexes scripts so that an edit costs little: 20,000 take seconds, one takes none. The result finds what a whole
 * index finds; scores differ by how rare a word is among fewer scripts.
 *
 * @param before what came of the last call
 * @param rest waited for between slices of the comparison
 */
export async function layer(
  before: Layers | null,
  scripts: readonly Script[],
  products: readonly ShopProduct[],
  build: Build,
  rest: () => Promise<void> = async () => {},
): Promise<Layers> {
  const now = new Map<string, string>();
  for (const [i, script] of scripts.entries()) {
    now.set(script.id, JSON.stringify(script));
    if (i % 1000 === 999) await rest();
  }
  const named = JSON.stringify(products.map(({ id, names, link }) => [id, names, link]));
  const changed = before ? scripts.filter(({ id }) => before.known.get(id) !== now.get(id)) : scripts;
  if (!before || before.named !== named || changed.length > mostApart) {
    const base = await build(scripts, products);
    return { base, known: now, named, scripts, search: base.search };
  }
  const { base, known } = before;
  const stale = new Set([...known.keys()].filter((id) => known.get(id) !== now.get(id)));
  const fresh = await build(changed, products);
  return {
    base,
    known,
    named,
    scripts,
    search(text, reading, limit = 3) {
      // one stale match could keep a good one out
      const standing = base
        .search(text, reading, limit + Math.min(stale.size, mostApart))
        .filter(({ script }) => !stale.has(script.id));
      return [...fresh.search(text, reading, limit), ...standing]
        .sort((a, b) => b.score - a.score)
        .slice(0, limit);
    },
  };
}
