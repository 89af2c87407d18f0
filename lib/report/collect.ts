import type { Digest } from './digest.ts';
import { mergeOneByOne } from './merge.ts';

/** Events whose digests are merged at once: about 20 ms. */
const atOnce = 1 << 15;

/** Merges many digests a few at a time; `breathe` is awaited in between, so that a page can draw and listen. */
export async function mergeInSteps(
  digests: readonly Digest[],
  breathe: () => Promise<void>,
): Promise<Digest> {
  const merging = mergeOneByOne(digests);
  let covered = 0;
  for (;;) {
    const step = merging.next();
    if (step.done) return step.value;
    covered += step.value;
    if (covered < atOnce) continue;
    covered = 0;
    await breathe();
  }
}
