import { frameLength, sampleRate } from '../../../lib/voice/cut.ts';

/** Made sound: `level` in dB, as a hum with some noise. */
export function sound(ms: number, level: number, seed = 1): Float32Array {
  const samples = new Float32Array(Math.round((ms * sampleRate) / 1000));
  const peak = 10 ** (level / 20) * Math.SQRT2;
  let state = seed;
  for (let i = 0; i < samples.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const noise = state / 2 ** 31 - 1;
    samples[i] = peak * (0.8 * Math.sin((2 * Math.PI * 220 * i) / sampleRate) + 0.2 * noise);
  }
  return samples;
}

/** Somebody who speaks without a breath: syllables, five a second, with dips between them. */
export const speech = (ms: number, level: number): Float32Array =>
  after(
    ...Array.from({ length: Math.round(ms / 200) }, (_, i) => [
      sound(140, level + (i % 3), i + 1),
      sound(60, level - 18, i + 7),
    ]).flat(),
  );

/** Music without words: chords, two a second, that swell and fade. */
export const music = (ms: number): Float32Array =>
  Float32Array.from({ length: (ms * sampleRate) / 1000 }, (_, i) => {
    const time = i / sampleRate;
    const root = 220 * 2 ** ((Math.floor(2 * time) % 7) / 12);
    const chord = [1, 1.25, 1.5].reduce((sum, step) => sum + Math.sin(2 * Math.PI * root * step * time), 0);
    return 0.06 * (0.6 + 0.4 * Math.sin(4 * Math.PI * time)) * chord;
  });

/** Pieces one after another. */
export function after(...pieces: Float32Array[]): Float32Array {
  const all = new Float32Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const piece of pieces) {
    all.set(piece, place);
    place += piece.length;
  }
  return all;
}

/** Whole frames of it with the time of their ends, the first beginning at `start` (ms epoch). */
export function framesOf(samples: Float32Array, start: number): [Float32Array, number][] {
  return Array.from({ length: Math.floor(samples.length / frameLength) }, (_, i) => [
    samples.slice(i * frameLength, (i + 1) * frameLength),
    start + (((i + 1) * frameLength) / sampleRate) * 1000,
  ]);
}
