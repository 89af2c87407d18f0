import type { World } from '../../lib/llm/client.ts';
import type { Transcriber } from '../../lib/llm/transcribers.ts';
import type { EarSource } from '../../lib/model.ts';
import { createCutter, sampleRate, type Utterance } from '../../lib/voice/cut.ts';
import { createEar, type Heard, type Outcome } from '../../lib/voice/ear.ts';
import { writeWav } from '../../lib/voice/wav.ts';
import { deviceState, followDevice } from './device.ts';
import { followSound, openSound, type SoundTrouble } from './sound.ts';

/** How it goes just now. Loudness in dB, of the newest sound and of the room. */
export interface Pulse {
  level: number;
  floor: number;
  isSpeech: boolean;
  /** sentences that are being recognised */
  waiting: number;
}

/** Why no sound is opened. */
export type OpenTrouble = SoundTrouble | 'device-not-ready';

interface Options {
  sound: MediaStream;
  source: EarSource;
  transcriber: Transcriber;
  world: World;
  judge: Parameters<typeof createEar>[0]['judge'];
  tell(outcome: Outcome): void;
  onPulse(pulse: Pulse): void;
  /** nothing more is heard: the device was pulled, the tab closed, the browser's recogniser gave up */
  onLost(): void;
}

export interface Hearing {
  /** Ends it at once, and may the sound be closed; resolves when all that was said has been told. */
  stop(): Promise<void>;
}

/** Frames between two pulses: five a second. */
const pulseEvery = 10;
const rest = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Can this recogniser be used? The browser's own would send the sound away before its Chinese is loaded. */
export const isReady = async ({ preset }: Transcriber): Promise<boolean> =>
  preset !== 'device' || (await deviceState()) === 'ready';

/** Opens the sound for a recogniser, but only for one that is ready. */
export async function openSoundFor(
  transcriber: Transcriber,
  source: EarSource,
  stream?: string,
): Promise<{ ok: true; sound: MediaStream } | { ok: false; why: OpenTrouble }> {
  if (!(await isReady(transcriber))) return { ok: false, why: 'device-not-ready' };
  return openSound(source, stream);
}

/** Listens to a stream of sound: has each sentence recognised and judged. No sound is kept. */
export async function startHearing(options: Options): Promise<Hearing> {
  const { sound, source, transcriber, world, judge, tell, onPulse, onLost } = options;
  const ear = createEar({ judge, tell, now: Date.now, rest });
  const recogniser =
    transcriber.preset === 'device'
      ? hearByDevice(sound, ear, onLost)
      : await hearBy(transcriber, world, ear);
  const over = new AbortController();
  for (const track of sound.getAudioTracks())
    track.addEventListener('ended', onLost, { once: true, signal: over.signal });
  const cutter = createCutter();
  let frames = 0;
  const leave = followSound(sound, source === 'tab', (frame) => {
    const utterance = cutter.push(frame, Date.now());
    if (utterance) recogniser.take(utterance);
    if (++frames % pulseEvery === 0) onPulse({ ...cutter.state(), waiting: ear.waiting() });
  });
  return {
    async stop() {
      over.abort();
      const ended = recogniser.end();
      await leave();
      const last = cutter.flush();
      if (last) recogniser.take(last);
      await ended;
      await ear.finish();
    },
  };
}

type Ear = ReturnType<typeof createEar>;

/** What becomes of the sentences that the sound was cut into. */
interface Recogniser {
  take(utterance: Utterance): void;
  end(): Promise<void>;
}

/** The browser's recogniser listens by itself; what we cut out only shows that somebody speaks. */
function hearByDevice(sound: MediaStream, ear: Ear, onLost: () => void): Recogniser {
  const end = followDevice(sound, {
    onSentence: ({ text, ...span }) => ear.take(span, async () => ({ ok: true, text })),
    onLost,
  });
  return { take: () => {}, end };
}

async function hearBy(transcriber: Transcriber, world: World, ear: Ear): Promise<Recogniser> {
  const { isLasting, transcriberOf } = await import('../assistant.ts');
  const transcribe = transcriberOf(transcriber, world);
  const never = new AbortController().signal;
  const recognise = async (samples: Float32Array): Promise<Heard> => {
    const heard = await transcribe(writeWav(samples, sampleRate), never);
    if (heard.ok) return heard;
    return { ok: false, why: heard.failure.kind, isLasting: isLasting(heard.failure) };
  };
  return {
    take: ({ samples, ...span }) => ear.take(span, () => recognise(samples)),
    end: async () => {},
  };
}
