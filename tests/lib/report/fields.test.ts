import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFields } from '../../../lib/report/fields.ts';

const encoder = new TextEncoder();

test('any field of any object is what JSON.parse gives of it', () => {
  const key = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 5 }),
    fc.constantFrom('a', '"', '],', '__proto'),
  );
  const value = fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue(), { maxLength: 8 }));
  fc.assert(
    fc.property(fc.dictionary(key, value), fc.array(key), (object, keys) => {
      const text = JSON.stringify(object);
      const wanted = new Set([...keys, ...Object.keys(object).slice(1)]);

      const whole = Object.entries(JSON.parse(text)).filter(([name]) => wanted.has(name));
      expect(Object.entries(readFields(encoder.encode(text), wanted))).toEqual(whole);
    }),
    { numRuns: 60 },
  );
});

test('a list that is parsed in pieces has every element once, in order', () => {
  const list = Array.from({ length: 30_000 }, (_, i) => [`q${i}`, { text: '几天能到,"]', at: i }]);

  const { list: found } = readFields(encoder.encode(JSON.stringify({ list, more: 1 })), new Set(['list']));

  expect(found).toEqual(list);
  const visited: unknown[] = [];
  const bytes = encoder.encode(JSON.stringify({ list, more: 1 }));
  expect(readFields(bytes, new Set(['list', 'more']), { list: (one) => visited.push(one) })).toEqual({
    more: 1,
  });
  expect(visited).toEqual(list);
});

test.each(['', '[]', '{"a":[1,2', '{"a"', '{"a":{"b":"}'])('%j is refused', (text) => {
  expect(() => readFields(encoder.encode(text), new Set(['a']))).toThrow();
});
