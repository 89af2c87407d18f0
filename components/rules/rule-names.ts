import { ruleCatalogue } from '../../lib/compliance/index.ts';

const categories = new Map(
  ruleCatalogue.flatMap((list) => list.categories.map((category) => [category.id, category.name] as const)),
);

/** The name of a category; null for the shop's own terms, which have none. */
export const categoryName = (id: string): string | null => categories.get(id) ?? null;
