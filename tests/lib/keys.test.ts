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

test('two acts that change their keys with each other are no conflict; one key for two is', () => {
  expect(readKeys({ next: 'k', previous: 'j' })).toMatchObject({ next: 'k', previous: 'j' });
  expect(readKeys({ next: 'k' })).toEqual(defaultKeys);
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
