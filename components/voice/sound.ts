import { browser } from 'wxt/browser';
import type { EarSource } from '../../lib/model.ts';
import { sampleRate } from '../../lib/voice/cut.ts';

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

/**
 * Gives the frames of a stream as they come. A tab's sound is played on, or it would fall silent for the one who
 * listens to it. Returns the end.
 */
export async function followSound(
  sound: MediaStream,
  isPlayedOn: boolean,
  onFrame: (frame: Float32Array) => void,
): Promise<() => Promise<void>> {
  const context = new AudioContext({ sampleRate });
  await context.audioWorklet.addModule(browser.runtime.getURL('/voice-frames.js'));
  const input = context.createMediaStreamSource(sound);
  const frames = new AudioWorkletNode(context, 'frames', {
    numberOfOutputs: 0,
    channelCount: 1,
    channelCountMode: 'explicit',
  });
  frames.port.onmessage = ({ data }) => onFrame(data as Float32Array);
  input.connect(frames);
  let out: AudioContext | null = null;
  if (isPlayedOn) {
    // at its own rate: the listener must hear no telephone
    out = new AudioContext();
    out.createMediaStreamSource(sound).connect(out.destination);
  }
  return async () => {
    frames.port.onmessage = null;
    for (const track of sound.getTracks()) track.stop();
    await context.close();
    await out?.close();
  };
}
