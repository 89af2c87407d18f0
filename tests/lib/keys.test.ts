import { expect, test } from 'vitest';
import { actOn, defaultKeys, isFree, keyActs, readKeys } from '../../lib/keys.ts';

test.each([undefined, null, 'x', [], { next: 7 }, { next: 'Escape' }, { next: ' ' }, { next: 'F5' }])(
  '%j is read as the default keys',
  (stored) => {
    expect(readKeys(stored)).toEqual(defaultKeys);
  },
);

test('chosen keys are kept, in lower case, and the others stay', () => {
  expect(readKeys({ next: 'O' })).toEqual({ ...defaultKeys, next: 'o' });
});

test('two acts that change their keys with each other are no conflict; of one key for two the first act keeps it', () => {
  expect(readKeys({ next: 'k', previous: 'j' })).toMatchObject({ next: 'k', previous: 'j' });
  expect(readKeys({ next: 'o', previous: 'o' })).toEqual({ ...defaultKeys, next: 'o' });
});

test('where an act that came later has a key that somebody chose, all chosen ones stay and it has none', () => {
  const { alarm: _, plan: __, ...before } = defaultKeys;
  const chosen = { ...before, next: 'a', spoken: 'o' };

  const keys = readKeys(chosen);

  expect(keys).toEqual({ ...chosen, alarm: '', plan: defaultKeys.plan });
  expect(readKeys(keys)).toEqual(keys);
});

test('a key that is taken says by what', () => {
  expect(actOn(defaultKeys, 'E', 'next')).toBe('spoken');
  expect(actOn(defaultKeys, 'j', 'next')).toBeNull();
  expect(actOn(defaultKeys, 'o', 'next')).toBeNull();
});

test('every default may be chosen, and no two are the same', () => {
  expect(Object.values(defaultKeys).every(isFree)).toBe(true);
  expect(new Set(Object.values(defaultKeys)).size).toBe(keyActs.length);
});
