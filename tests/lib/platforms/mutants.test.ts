// @vitest-environment node
import { expect, test } from 'vitest';
import { isSound } from '../../../scripts/bench/frames.ts';
import { mutants } from '../../../scripts/bench/mutants.ts';

test('spoiled frames and payloads make no reader throw, hang, or let in what is beyond the limits', async () => {
  const wrong: string[] = [];
  for (const { page, kind, traffic } of mutants(1500, 7)) {
    const from = performance.now();
    const reading = await Promise.resolve(page.read(traffic)).catch((error) => String(error));
    if (typeof reading === 'string') wrong.push(`${kind} at ${traffic.url}: ${reading}`);
    else if (!isSound(reading)) wrong.push(`${kind} at ${traffic.url}: unsound`);
    // far beyond any frame's share, so that a busy machine does not fail it
    if (performance.now() - from > 2000) wrong.push(`${kind} at ${traffic.url}: slow`);
  }

  expect(wrong).toEqual([]);
}, 60_000);
