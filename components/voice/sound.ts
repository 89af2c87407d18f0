import type { EarSource } from '../../lib/model.ts';
import { frameLength, sampleRate } from '../../lib/voice/cut.ts';

/** Why no sound comes. */
export type SoundTrouble = 'not-allowed' | 'no-device' | 'busy' | 'tab-not-allowed';

/** The browser's own way to name a tab's sound, which the DOM's types leave out. */
const ofTab = (stream: string) =>
  ({ audio: { mandatory: { chromeMediaSource: 'tab', chromeMediaSourceId: stream } } }) as object;

/** Opens the microphone, or the tab whose stream was named. Only sound is asked for. */
export async function openSound(
  source: EarSource,
  stream?: string,
): Promise<{ ok: true; sound: MediaStream } | { ok: false; why: SoundTrouble }> {
  try {
    const sound = await navigator.mediaDevices.getUserMedia(
      source === 'tab'
        ? ofTab(stream ?? '')
        : { audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true } },
    );
    return { ok: true, sound };
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (source === 'tab') return { ok: false, why: 'tab-not-allowed' };
    if (name === 'NotAllowedError' || name === 'SecurityError') return { ok: false, why: 'not-allowed' };
    return { ok: false, why: name === 'NotReadableError' ? 'busy' : 'no-device' };
  }
}

/** Lets go of the microphone or the tab. */
export function closeSound(sound: MediaStream): void {
  for (const track of sound.getTracks()) track.stop();
}

/** The browser's reader of raw sound; the DOM's types know it in workers only. */
declare class MediaStreamTrackProcessor {
  constructor(options: { track: MediaStreamTrack });
  readonly readable: ReadableStream<AudioData>;
}

/**
 * Gives the frames of a stream as they come. A tab's sound is played on, or it would fall silent for the one who
 * listens to it. Returns the end, which leaves the stream open.
 */
export function followSound(
  sound: MediaStream,
  isPlayedOn: boolean,
  onFrame: (frame: Float32Array) => void,
): () => Promise<void> {
  // a world of 16 kHz: the browser itself turns other rates into it
  const context = new AudioContext({ sampleRate });
  const taken = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  context.createMediaStreamSource(sound).connect(taken);
  const [track] = taken.stream.getAudioTracks();
  const reader = new MediaStreamTrackProcessor({ track: track! }).readable.getReader();
  void readFrames(reader, onFrame);
  // at its own rate: the listener must hear no telephone
  const out = isPlayedOn ? new AudioContext() : null;
  out?.createMediaStreamSource(sound).connect(out.destination);
  return async () => {
    await reader.cancel();
    await context.close();
    await out?.close();
  };
}

async function readFrames(
  reader: ReadableStreamDefaultReader<AudioData>,
  onFrame: (frame: Float32Array) => void,
): Promise<void> {
  let frame = new Float32Array(frameLength);
  let filled = 0;
  for (;;) {
    const { value: piece } = await reader.read();
    if (!piece) return;
    const samples = new Float32Array(piece.numberOfFrames);
    piece.copyTo(samples, { planeIndex: 0, format: 'f32-planar' });
    piece.close();
    for (let at = 0; at < samples.length; ) {
      const part = samples.subarray(at, at + frameLength - filled);
      frame.set(part, filled);
      at += part.length;
      filled += part.length;
      if (filled < frameLength) continue;
      onFrame(frame);
      frame = new Float32Array(frameLength);
      filled = 0;
    }
  }
}
