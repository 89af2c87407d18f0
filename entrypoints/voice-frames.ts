import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { frameLength } from '../lib/voice/cut.ts';

// of the world of sound, which the DOM's types leave out
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: typeof AudioWorkletProcessor): void;

/** Hands on the sound in frames; runs apart from the page's own thread. */
export default defineUnlistedScript(() => {
  class Frames extends AudioWorkletProcessor {
    private frame = new Float32Array(frameLength);
    private filled = 0;

    process([input]: Float32Array[][]): boolean {
      const channel = input?.[0];
      for (const sample of channel ?? []) {
        this.frame[this.filled++] = sample;
        if (this.filled < frameLength) continue;
        this.port.postMessage(this.frame, [this.frame.buffer]);
        this.frame = new Float32Array(frameLength);
        this.filled = 0;
      }
      return true;
    }
  }
  registerProcessor('frames', Frames);
});
