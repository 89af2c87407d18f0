import type { Digest } from './digest.ts';
import { mergeDigests } from './merge.ts';

/** So many are merged at once: about 20 ms. */
const group = 32;

/** Merges many digests a few at a time; `breathe` is awaited in between, so that a page can draw and listen. */
export async function mergeInSteps(
  digests: readonly Digest[],
  breathe: () => Promise<void>,
): Promise<Digest> {
  let left = [...digests].sort((a, b) => a.first - b.first);
  while (left.length > 1) {
    const merged: Digest[] = [];
    for (let i = 0; i < left.length; i += group) {
      merged.push(mergeDigests(left.slice(i, i + group)));
      await breathe();
    }
    left = merged;
  }
  return mergeDigests(left);
}
