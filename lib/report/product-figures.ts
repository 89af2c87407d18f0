import type { Digest } from './digest.ts';

/** A product of the shop's table, as far as a report needs it. */
export interface SoldProduct {
  id: string;
  names: string;
  link?: string | undefined;
  facts: readonly { label: string; value: string }[];
}

/** What was said of one product. */
export interface ProductFigures {
  id: string;
  title: string;
  number: number | null;
  /** comments that name it, comments while it was explained, questions about it */
  named: number;
  during: number;
  asked: number;
  /** ms for which it was explained */
  explained: number;
  /** its row in the shop's table, and how many facts stand there; null when it has none */
  row: { id: string; facts: number } | null;
}

/** Every product that somebody spoke of or that was explained, the most spoken of first. */
export function productFigures(digest: Digest, products: readonly SoldProduct[]): ProductFigures[] {
  const times = explainedTimes(digest);
  const ids = new Set([...digest.products.keys(), ...times.keys()]);
  return [...ids]
    .map((id) => {
      const { named = 0, during = 0, asked = 0 } = digest.products.get(id) ?? {};
      const { title = id, number } = digest.shelf.get(id) ?? {};
      const row = rowOf({ id, title, number }, products);
      return {
        id,
        title,
        number: number ?? null,
        named,
        during,
        asked,
        explained: times.get(id) ?? 0,
        row: row && { id: row.id, facts: row.facts.length },
      };
    })
    .sort((a, b) => b.named - a.named || b.during - a.during || (a.id < b.id ? -1 : 1));
}

/** The row of the shop's table for a product of the shelf: by id, by its title, else by its link number. */
const rowOf = (
  { id, title, number }: { id: string; title: string; number: number | undefined },
  products: readonly SoldProduct[],
): SoldProduct | null =>
  products.find((one) => one.id === id) ??
  products.find(({ names }) => names === title) ??
  products.find(({ link }) => link !== undefined && link === String(number)) ??
  null;

function explainedTimes({ explained, until }: Digest): Map<string, number> {
  const times = new Map<string, number>();
  for (const [i, { id, at }] of explained.entries()) {
    const end = explained[i + 1]?.at ?? until ?? at;
    if (id !== null) times.set(id, (times.get(id) ?? 0) + Math.max(0, end - at));
  }
  return times;
}
