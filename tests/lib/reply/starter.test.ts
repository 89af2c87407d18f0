import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clear, compileRules } from '../../../lib/compliance/index.ts';
import { createLibrary } from '../../../lib/reply/library.ts';
import { starterScripts } from '../../../lib/reply/starter.ts';
import { intents, replyLimit, scenes } from '../../../lib/reply/types.ts';

const repeated = (values: readonly string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index);

describe('the starter library', () => {
  it('has every id, text and example once, ids in order', () => {
    const ids = starterScripts.map(({ id }) => id);

    expect(repeated(ids)).toEqual([]);
    expect(repeated(starterScripts.map(({ text }) => text))).toEqual([]);
    expect(repeated(starterScripts.flatMap(({ examples }) => examples))).toEqual([]);
    expect(ids).toEqual([...ids].sort());
  });

  it('fits the consoles and needs no product facts', () => {
    for (const { id, text, examples } of starterScripts) {
      expect(text.length, id).toBeLessThanOrEqual(replyLimit);
      expect(text, id).not.toMatch(/[{}]/);
      expect(examples.length, id).toBeGreaterThanOrEqual(3);
    }
    expect(starterScripts.length).toBeGreaterThanOrEqual(160);
  });

  it('answers every intent but what deserves no answer, in every scene', () => {
    const unanswered = intents.filter((intent) => !starterScripts.some((script) => script.intent === intent));

    expect(unanswered).toEqual(['spam', 'injection']);
    expect(new Set(starterScripts.map(({ scene }) => scene))).toEqual(new Set(scenes));
  });

  it('passes our own rules', () => {
    const checker = compileRules();

    const blocked = starterScripts.filter(
      ({ text }) => !clear(text, checker, { channel: 'public_reply' }).ok,
    );

    expect(blocked.map(({ id, text }) => `${id}: ${text}`)).toEqual([]);
  });

  it('finds a reply by each of its own examples', () => {
    const library = createLibrary(starterScripts);
    const all = starterScripts.flatMap(({ id, examples }) => examples.map((example) => ({ id, example })));

    const lost = all.filter(
      ({ id, example }) => !library.search(example).some(({ script }) => script.id === id),
    );

    expect(lost.length / all.length).toBeLessThan(0.03);
  });

  it('answers the plain question before the particular one', () => {
    expect(createLibrary(starterScripts).search('多少钱')[0]?.script.id).toBe('price-now');
  });

  it('is kept formatted', () => {
    const file = readFileSync(join(import.meta.dirname, '../../../lib/reply/starter.json'), 'utf8');
    expect(JSON.parse(file)).toEqual(starterScripts);
    expect(file.endsWith(']\n')).toBe(true);
  });
});
