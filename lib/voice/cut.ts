/** A stretch of speech with a little quiet around it, and when it was spoken up to its last sound (ms epoch). */
export interface Utterance {
  samples: Float32Array;
  from: number;
  to: number;
}

/** Samples a second: what recognisers want. */
export const sampleRate = 16_000;
/** Samples of one frame: 20 ms. */
export const frameLength = 320;

const frameMs = (frameLength / sampleRate) * 1000;
const frames = (ms: number) => Math.round(ms / frameMs);
/** Loudness in dB: below `quietest` nobody speaks; speech stands so far above the room. */
const loudness = { quietest: -52, above: 9, over: 6 };
/** The room's noise is learnt down at once, up slowly (dB a frame). */
const rise = 0.04;
const onset = { of: 5, voiced: 3 };
/** A long sentence ends after a breath, a short one may go on (ms). */
const pause = { afterLong: 200, afterShort: 600, long: 1200 };
/** Kept before the first voiced frame (ms): the first consonant is quiet. */
const before = 240;
const longest = 12_000;
/** A sentence that is too long is cut where it is quietest within its last part (ms). */
const lastPart = 2000;
const shortest = 200;

/**
 * Cuts a stream of sound into utterances by its loudness over the room's own noise. `push` takes one frame of
 * `frameLength` samples at `sampleRate` and the time of its end (ms epoch), and gives the utterance that it ended;
 * `flush` gives the one under way when no more sound comes.
 * Steady noise and hum become the room's own; music does not, and is cut every twelve seconds.
 */
export function createCutter() {
  let floor = -60;
  let recent: boolean[] = [];
  let kept: Float32Array[] = [];
  let levels: number[] = [];
  let isSpeech = false;
  let silent = 0;
  let voiced = 0;
  let newest = 0;

  const close = (count: number, end: number, silence = 0): Utterance | null => {
    const taken = kept.slice(0, count);
    kept = kept.slice(count);
    levels = levels.slice(count);
    const was = voiced;
    voiced = 0;
    if (was * frameMs < shortest) return null;
    const to = end - kept.length * frameMs;
    return {
      samples: join(taken),
      from: Math.round(to - count * frameMs),
      to: Math.round(to - silence * frameMs),
    };
  };

  const finish = (): Utterance | null => {
    isSpeech = false;
    recent = [];
    return close(kept.length, newest, silent);
  };

  return {
    /** Loudness of the newest frame and of the room (dB), and whether somebody speaks. */
    state: () => ({ level: levels.at(-1) ?? -90, floor, isSpeech }),

    push(frame: Float32Array, end: number): Utterance | null {
      const level = loudnessOf(frame);
      floor = Math.max(-80, level < floor ? level * 0.3 + floor * 0.7 : Math.min(level, floor + rise));
      newest = end;
      kept.push(frame);
      levels.push(level);
      const needed = Math.max(loudness.quietest, floor + (isSpeech ? loudness.over : loudness.above));
      const isVoiced = level > needed;
      if (!isSpeech) {
        recent = [...recent.slice(1 - onset.of), isVoiced];
        if (recent.filter(Boolean).length < onset.voiced) {
          kept = kept.slice(-frames(before));
          levels = levels.slice(-frames(before));
          return null;
        }
        isSpeech = true;
        silent = 0;
        voiced = onset.voiced - 1;
      }
      if (isVoiced) voiced++;
      silent = isVoiced ? 0 : silent + 1;
      const wait = voiced * frameMs >= pause.long ? pause.afterLong : pause.afterShort;
      if (silent * frameMs >= wait) return finish();
      if (kept.length < frames(longest)) return null;
      const from = kept.length - frames(lastPart);
      const quietest = levels.slice(from).reduce((at, one, i, all) => (one < all[at]! ? i : at), 0);
      return close(from + quietest + 1, end);
    },

    flush: (): Utterance | null => (isSpeech ? finish() : null),
  };
}

function loudnessOf(frame: Float32Array): number {
  let sum = 0;
  for (const one of frame) sum += one * one;
  const level = 10 * Math.log10(sum / Math.max(1, frame.length) + 1e-10);
  // a broken driver gives what is no number
  return Number.isFinite(level) ? level : -90;
}

function join(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const part of parts) {
    all.set(part, place);
    place += part.length;
  }
  return all;
}
