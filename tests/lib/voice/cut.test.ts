import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCutter, type Utterance } from '../../../lib/voice/cut.ts';
import { after, framesOf, music, sound, speech } from './sound.ts';

const start = 1_780_000_000_000;

function cut(samples: Float32Array): Utterance[] {
  const cutter = createCutter();
  return framesOf(samples, start).flatMap(([frame, end]) => cutter.push(frame, end) ?? []);
}
const near = (time: number, ms: number) => Math.abs(time - start - ms) <= 320;

test('finds two sentences and when they were spoken', () => {
  const found = cut(
    after(sound(1500, -65), speech(1800, -22), sound(900, -64), speech(2400, -26), sound(1500, -66)),
  );

  expect(found).toHaveLength(2);
  expect(near(found[0]!.from, 1500) && near(found[0]!.to, 3300)).toBe(true);
  expect(near(found[1]!.from, 4200) && near(found[1]!.to, 6600)).toBe(true);
});

test('ends a long sentence within 300 ms of its last sound', () => {
  const cutter = createCutter();
  const spoken = after(sound(800, -65), speech(2000, -24));
  const all = framesOf(after(spoken, sound(1000, -65)), start);
  const ended = all.find(([frame, end]) => cutter.push(frame, end) !== null);

  expect(ended![1] - start - 2800).toBeLessThanOrEqual(300);
});

test('keeps a short breath inside a short sentence', () => {
  const found = cut(
    after(sound(800, -65), sound(500, -24), sound(350, -65), sound(700, -24), sound(900, -65)),
  );
  expect(found).toHaveLength(1);
});

test('hears nothing in silence, in a loud fan, or in one click', () => {
  expect(cut(new Float32Array(160_000))).toEqual([]);
  expect(cut(after(sound(1000, -60), sound(60, -10), sound(2000, -60)))).toEqual([]);
  // the fan is taken for speech until the room has been learnt
  expect(cut(sound(60_000, -35)).length).toBeLessThanOrEqual(2);
});

test('cuts one who never breathes, and loses no sound between', () => {
  const found = cut(after(sound(800, -65), speech(40_000, -20), sound(1000, -65)));

  expect(found.length).toBeGreaterThanOrEqual(3);
  for (const [i, one] of found.entries()) {
    expect(one.to - one.from).toBeLessThanOrEqual(12_020);
    if (i > 0) expect(Math.abs(one.from - found[i - 1]!.to)).toBeLessThanOrEqual(1);
  }
});

test('gives the sentence under way when the sound ends, and none when nobody speaks', () => {
  const cutter = createCutter();
  for (const [frame, end] of framesOf(after(sound(800, -65), speech(1200, -22)), start))
    expect(cutter.push(frame, end)).toBeNull();
  const last = cutter.flush();

  expect(near(last!.from, 800) && near(last!.to, 2000)).toBe(true);
  expect(cutter.flush()).toBeNull();
  expect(cutter.state().isSpeech).toBe(false);
});

test('takes two voices at once for one sentence', () => {
  const [one, two] = [speech(2000, -22), after(sound(500, -70), speech(1500, -25))];
  const both = one.map((sample, i) => sample + (two[i] ?? 0));

  expect(cut(after(sound(800, -65), both, sound(900, -65)))).toHaveLength(1);
});

test('cuts music that plays on and on every twelve seconds', () => {
  const found = cut(after(sound(800, -65), music(40_000)));

  expect(found.length).toBeGreaterThanOrEqual(3);
  for (const { from, to } of found) expect(to - from).toBeLessThanOrEqual(12_020);
});

test('is never thrown off by broken samples', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(0, 1, -1, 5, Number.NaN, Number.POSITIVE_INFINITY), { maxLength: 2000 }),
      (values) => {
        const found = cut(
          after(Float32Array.from(values), sound(800, -65), speech(1400, -22), sound(800, -65)),
        );
        expect(found.length).toBeGreaterThanOrEqual(1);
      },
    ),
  );
});
