import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createLibrary } from '../../../lib/reply/library.ts';
import { starterScripts } from '../../../lib/reply/starter.ts';
import type { Script } from '../../../lib/reply/types.ts';
import { layer } from '../../../lib/shop/layers.ts';

const index = async (...args: Parameters<typeof createLibrary>) => createLibrary(...args);
const some = starterScripts.slice(0, 40);
const first = (library: { search(text: string): { script: Script }[] }, text: string) =>
  library.search(text)[0]?.script.text;

test('an edit is found at once and indexes only what was edited', async () => {
  const build = vi.fn(index);
  const before = await layer(null, some, [], build);
  const edited: Script[] = some.map((script) =>
    script.id === 'after-invoice' ? { ...script, text: '改过' } : script,
  );

  const after = await layer(before, edited, [], build);

  expect(first(before, '能开发票吗')).not.toBe('改过');
  expect(first(after, '能开发票吗')).toBe('改过');
  expect(build.mock.calls.map(([scripts]) => scripts.length)).toEqual([40, 1]);
});

test('whatever is edited, added and removed, only what stands now is found, and each by its own example', async () => {
  const ids = fc.subarray(some.map(({ id }) => id));
  await fc.assert(
    fc.asyncProperty(ids, ids, async (removed, edited) => {
      const now = some
        .filter(({ id }) => !removed.includes(id))
        .map((script) => (edited.includes(script.id) ? { ...script, text: `新${script.text}` } : script));
      const layers = await layer(await layer(null, some, [], index), now, [], index);

      for (const { examples } of some) {
        for (const { script } of layers.search(examples[0]!)) expect(now).toContain(script);
      }
      const whole = createLibrary(now);
      for (const script of now) {
        const example = script.examples[0]!;
        const isFound = (library: typeof whole) =>
          library.search(example).some((one) => one.script === script);
        if (isFound(whole)) expect(isFound(layers), example).toBe(true);
      }
    }),
    { numRuns: 15 },
  );
});

test('a product that is renamed is a new index; one whose facts change is none', async () => {
  const build = vi.fn(index);
  const coat = { id: 'p', addedAt: 1, names: '大衣', facts: [] };
  const before = await layer(null, some, [coat], build);

  const told = await layer(before, some, [{ ...coat, facts: [{ label: '价格', value: '9元' }] }], build);
  await layer(told, some, [{ ...coat, names: '羊毛大衣' }], build);

  expect(build.mock.calls.map(([scripts]) => scripts.length)).toEqual([40, 0, 40]);
});
