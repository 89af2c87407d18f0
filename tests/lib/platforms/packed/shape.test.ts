import fc from 'fast-check';
import protobuf from 'protobufjs';
import { expect, test } from 'vitest';
import { bytes, digits, number, shape, text } from '../../../../lib/platforms/packed/shape.ts';

const root = protobuf.parse(`syntax = "proto3";
message Name { string first = 1; uint64 id = 2; }
message Whole { uint64 id = 1; string text = 3; int64 count = 4; bytes raw = 6; Name name = 7;
  repeated Name names = 8; repeated string words = 9; double more = 200; fixed32 other = 201; }`).root;
const Whole = root.lookupType('Whole');

const name = shape({ first: [1, text], id: [2, digits] });
const whole = shape({
  id: [1, digits],
  text: [3, text],
  count: [4, number],
  raw: [6, bytes],
  name: [7, name],
  names: [8, name, 3],
  words: [9, text, 2],
});
const encode = (value: object) => Whole.encode(Whole.fromObject(value)).finish();

test('only the fields of the table are read, each as it is', () => {
  const found = whole.whole(
    encode({
      id: '7686346031524821530',
      text: '多少钱',
      count: -3,
      raw: new Uint8Array([1, 2]),
      name: { first: '小王', id: '18446744073709551615' },
      names: [{ first: 'a' }, {}],
      more: 1.5,
      other: 9,
    }),
  );

  expect({ ...found, raw: [...(found.raw ?? [])] }).toEqual({
    id: '7686346031524821530',
    text: '多少钱',
    count: -3,
    raw: [1, 2],
    name: { first: '小王', id: '18446744073709551615' },
    names: [{ first: 'a' }, {}],
  });
});

test('what repeats too often is left off', () => {
  const { names, words } = whole.whole(
    encode({ names: Array(9).fill({ first: 'a' }), words: ['a', 'b', 'c'] }),
  );

  expect(names).toHaveLength(3);
  expect(words).toEqual(['a', 'b']);
});

test('ids of any size keep every digit, and none is no id', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (id) => {
      const { id: read } = whole.whole(encode({ id: String(id) }));

      expect(read).toBe(id === 0n ? undefined : String(id));
    }),
  );
});

test('a field of another wire type is passed over', () => {
  const other = shape({
    id: [3, digits],
    text: [1, text],
    count: [7, number],
    name: [4, name],
    raw: [200, bytes],
  });

  expect(other.whole(encode({ id: '5', text: 'x', count: 4, name: { first: 'a' }, more: 2 }))).toEqual({});
});

test('bytes cut off within a field are refused, whatever they were', () => {
  const bytes = encode({ id: '7686346031524821530', name: { first: '小王小王小王', id: '5' } });

  expect(() => whole.whole(bytes.subarray(0, bytes.length - 1))).toThrow();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
      // ends, one way or the other
      try {
        whole.whole(noise);
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
      }
    }),
    { numRuns: 2000 },
  );
});
