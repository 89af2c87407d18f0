import type { Random } from './random.ts';
import type { Line } from './viewers.ts';

/** Every line once per lap; a product's lines come while it is being shown, general ones at any time. */
export function createBag(lines: readonly Line[], random: Random): () => Line {
  const products = [...new Set(lines.flatMap((line) => line.product ?? []))];
  const place = ({ product }: Line) =>
    product === null ? random() * (products.length + 0.6) : products.indexOf(product) + random() * 1.6;
  let lap: Line[] = [];
  return () => {
    if (lap.length === 0)
      lap = lines
        .map((line) => ({ line, key: place(line) }))
        .sort((a, b) => b.key - a.key)
        .map(({ line }) => line);
    return lap.pop() as Line;
  };
}
