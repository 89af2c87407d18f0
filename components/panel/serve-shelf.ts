import type { Database } from '../../lib/log/database.ts';
import { watch } from '../../lib/log/reader.ts';
import { readReviewNeed, readReviews } from '../../lib/log/reviews.ts';
import { readProducts, readScripts, readStarter } from '../../lib/log/shop.ts';
import { createLibraryInSlices } from '../../lib/reply/library.ts';
import { reviewId } from '../../lib/review/review.ts';
import { breathe } from '../../lib/search/breathe.ts';
import { createFinder, type Finder } from '../../lib/shop/find-scripts.ts';
import { type Layers, layer } from '../../lib/shop/layers.ts';
import type { ShopProduct } from '../../lib/shop/schema.ts';
import { starterIn } from '../../lib/shop/starter-set.ts';
import type { Findable, ShelfAsked, ShelfTold } from './shelf-line.ts';

interface Rows {
  /** the shop's own before ours, such as may be used */
  scripts: readonly Findable[];
  own: ReadonlySet<string>;
  products: readonly ShopProduct[];
  waiting: number;
}

interface Standing extends Rows {
  library: Layers;
  /** made when somebody searches */
  finder: Finder<Findable> | null;
}

/** How often it is told how far the reading is (ms). */
const tellEvery = 400;
/** Before the first index nobody is answered; only newer scripts are waited for (ms). */
const restEvery = 30;

/** Holds the scripts of the shop and ours, indexed anew after each change; questions wait for the first index. */
export function serveShelf(
  db: Database,
  tell: (told: ShelfTold) => void,
): { ask(asked: ShelfAsked): void; close(): void } {
  let standing: Standing | null = null;
  let early: ShelfAsked[] = [];
  let newest = 0;
  let toldAt = 0;
  let restedAt = 0;

  async function index(rows: Rows): Promise<void> {
    const turn = ++newest;
    const rest = async (read?: number) => {
      const now = performance.now();
      if (read !== undefined && now - toldAt > tellEvery) {
        toldAt = now;
        tell({ read: read / rows.scripts.length });
      }
      if (!standing && now - restedAt < restEvery) return;
      await breathe();
      restedAt = performance.now();
      if (turn !== newest) throw new Error('The scripts have changed.');
    };
    try {
      const library = await layer(
        standing?.library ?? null,
        rows.scripts,
        rows.products,
        (scripts, products) => createLibraryInSlices(scripts, products, rest),
        rest,
      );
      if (turn !== newest) return;
      standing = { ...rows, library, finder: null };
    } catch (error) {
      if (turn !== newest) return;
      tell({ failed: String(error) });
      return;
    }
    tell({ waiting: rows.waiting });
    const asked = early;
    early = [];
    for (const one of asked) ask(one);
  }

  function ask(asked: ShelfAsked): void {
    if (!standing) {
      early.push(asked);
      return;
    }
    const { library, own, scripts } = standing;
    if ('query' in asked) {
      standing.finder ??= createFinder(scripts);
      tell({ id: asked.id, found: standing.finder.find(asked.query, asked.limit) });
      return;
    }
    const matches = library.search(asked.text, asked.reading, asked.limit);
    tell({ id: asked.id, matches: matches.map((match) => ({ ...match, isOwn: own.has(match.script.id) })) });
  }

  const close = watch(
    () => readRows(db),
    (rows) => void index(rows),
    (error) => tell({ failed: String(error) }),
  );
  return {
    ask,
    close() {
      close();
      newest++;
    },
  };
}

async function readRows(db: Database): Promise<Rows> {
  const [scripts, products, starter, need] = await Promise.all([
    readScripts(db),
    readProducts(db),
    readStarter(db),
    readReviewNeed(db),
  ]);
  const reviews = need === 'none' ? [] : await readReviews(db);
  const states = new Map(reviews.map(({ id, state }) => [id, state]));
  const own = new Set(scripts.map(({ id }) => id));
  const ours = starterIn(starter).filter(({ id }) => !own.has(id));
  const usable = scripts.filter(
    ({ id }) => (states.get(reviewId('script', id)) ?? 'approved') === 'approved',
  );
  return { scripts: [...usable, ...ours], own, products, waiting: scripts.length - usable.length };
}
