import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, blockSize, createChain } from '../../../lib/export/chain.ts';
import { checkChain } from '../../../lib/export/check-chain.ts';

const encoder = new TextEncoder();

/** Chains lines in pieces of so many, handing in a buffer that is written over afterwards. */
async function chained(lines: readonly string[], pieces: readonly number[]) {
  const blocks: Block[] = [];
  const chain = createChain('events.jsonl', (block) => void blocks.push(block));
  let from = 0;
  for (const piece of [...pieces, lines.length]) {
    const bytes = encoder.encode(
      lines
        .slice(from, from + piece)
        .map((line) => `${line}\n`)
        .join(''),
    );
    await chain.add(bytes);
    bytes.fill(0);
    from += piece;
  }
  return { blocks, end: await chain.end() };
}

test('a chain is the same however its lines come, and its check finds them as they were', async () => {
  const line = fc.string({ maxLength: 8 }).map((text) => text.replaceAll('\n', '·'));
  const lines = fc.array(line, { minLength: 1, maxLength: 3 * blockSize, size: 'max' });
  await fc.assert(
    fc.asyncProperty(lines, fc.array(fc.nat(2 * blockSize), { maxLength: 5 }), async (all, pieces) => {
      const inPieces = await chained(all, pieces);
      const file = encoder.encode(all.map((one) => `${one}\n`).join(''));

      expect(inPieces).toEqual(await chained(all, []));
      const { blocks, end } = inPieces;
      const parts = (async function* () {
        yield file;
      })();
      expect(await checkChain(parts, blocks, end, { areEvents: false })).toBeNull();
    }),
    { numRuns: 60 },
  );
});
