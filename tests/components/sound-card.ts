import { vi } from 'vitest';
import { frameLength } from '../../lib/voice/cut.ts';

/** A browser's way to sound, as far as we listen to it: what is played comes out of every open microphone. */
export function installSoundCard() {
  const feeds = new Set<ReadableStreamDefaultController<{ numberOfFrames: number }>>();
  const tracks: Track[] = [];
  const card = {
    tracks,
    /** an AudioContext that does not open */
    isBroken: false,
    open: () => tracks.filter(({ readyState }) => readyState === 'live').length,
    /** has all that was played been taken? */
    isHeard: () => [...feeds].every(({ desiredSize }) => desiredSize === 1),
    play(samples: Float32Array) {
      for (let at = 0; at < samples.length; at += frameLength)
        for (const feed of feeds) feed.enqueue(pieceOf(samples.slice(at, at + frameLength)));
    },
  };

  class Track extends EventTarget {
    readyState = 'live';
    stop() {
      this.readyState = 'ended';
    }
  }
  const getUserMedia = vi.fn(async () => {
    const track = new Track();
    tracks.push(track);
    return { getTracks: () => [track], getAudioTracks: () => [track] };
  });
  class AudioContext {
    readonly destination = {};
    constructor() {
      if (card.isBroken) throw new DOMException('No sound.', 'NotSupportedError');
    }
    createMediaStreamSource = () => ({ connect: () => {} });
    close = async () => {};
  }
  class MediaStreamAudioDestinationNode {
    readonly stream = { getAudioTracks: () => [new Track()] };
  }
  class MediaStreamTrackProcessor {
    #feed: ReadableStreamDefaultController<{ numberOfFrames: number }> | null = null;
    readonly readable = new ReadableStream<{ numberOfFrames: number }>({
      start: (feed) => {
        this.#feed = feed;
        feeds.add(feed);
      },
      cancel: () => void (this.#feed && feeds.delete(this.#feed)),
    });
  }
  vi.stubGlobal('AudioContext', AudioContext);
  vi.stubGlobal('MediaStreamAudioDestinationNode', MediaStreamAudioDestinationNode);
  vi.stubGlobal('MediaStreamTrackProcessor', MediaStreamTrackProcessor);
  Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia }, configurable: true });
  return card;
}

const pieceOf = (samples: Float32Array) => ({
  numberOfFrames: samples.length,
  copyTo: (to: Float32Array) => to.set(samples),
  close: () => {},
});
