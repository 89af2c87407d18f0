import type { World } from '../../lib/llm/client.ts';
import type { Transcriber } from '../../lib/llm/transcribers.ts';
import type { EarSource } from '../../lib/model.ts';
import { createCutter, sampleRate, type Utterance } from '../../lib/voice/cut.ts';
import { createEar, type Heard, type Outcome } from '../../lib/voice/ear.ts';
import { writeWav } from '../../lib/voice/wav.ts';
import { followDevice } from './device.ts';
import { followSound } from './sound.ts';

/** How it goes just now. Loudness in dB, of the newest sound and of the room. */
export interface Pulse {
  level: number;
  floor: number;
  isSpeech: boolean;
  /** sentences that are being recognised */
  waiting: number;
}

interface Options {
  sound: MediaStream;
  source: EarSource;
  transcriber: Transcriber;
  world: World;
  judge: Parameters<typeof createEar>[0]['judge'];
  tell(outcome: Outcome): void;
  onPulse(pulse: Pulse): void;
  /** the sound ended by itself: the device was pulled, the tab closed */
  onLost(): void;
}

export interface Hearing {
  /** Ends it; resolves when all that was said has been told. */
  stop(): Promise<void>;
}

/** Frames between two pulses: five a second. */
const pulseEvery = 10;
const rest = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Listens to a stream of sound: cuts it into sentences, has each recognised and judged. No sound is kept. */
export async function startHearing(options: Options): Promise<Hearing> {
  const { sound, transcriber, judge, tell, onPulse, onLost } = options;
  for (const track of sound.getAudioTracks()) track.addEventListener('ended', onLost, { once: true });
  const onDevice = transcriber.preset === 'device';
  const recognise = onDevice ? null : await recogniserOf(transcriber, options.world);
  const texts = new WeakMap<Utterance, string>();
  const ear = createEar({
    recognise: async (utterance) =>
      recognise ? recognise(utterance) : { ok: true, text: texts.get(utterance) ?? '' },
    judge,
    tell,
    now: Date.now,
    rest,
  });
  const leaveDevice = onDevice
    ? followDevice(sound, ({ text, from, to }) => {
        const utterance = { samples: new Float32Array(), from, to };
        texts.set(utterance, text);
        ear.take(utterance);
      })
    : null;
  const cutter = createCutter();
  let frames = 0;
  const leave = followSound(sound, options.source === 'tab', (frame) => {
    const utterance = cutter.push(frame, Date.now());
    if (utterance && !onDevice) ear.take(utterance);
    if (++frames % pulseEvery === 0) onPulse({ ...cutter.state(), waiting: ear.waiting() });
  });
  return {
    async stop() {
      leaveDevice?.();
      await leave();
      await ear.finish();
    },
  };
}

async function recogniserOf(
  transcriber: Transcriber,
  world: World,
): Promise<(utterance: Utterance) => Promise<Heard>> {
  const { isLasting, transcriberOf } = await import('../assistant.ts');
  const transcribe = transcriberOf(transcriber, world);
  const never = new AbortController().signal;
  return async ({ samples }) => {
    const heard = await transcribe(writeWav(samples, sampleRate), never);
    if (heard.ok) return heard;
    return { ok: false, why: heard.failure.kind, isLasting: isLasting(heard.failure) };
  };
}
