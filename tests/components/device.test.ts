import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deviceState, followDevice } from '../../components/voice/device.ts';

/** The browser's recogniser, driven by hand. */
class FakeRecognition extends EventTarget {
  static state = 'available';
  static newest: FakeRecognition;
  static available = vi.fn(async () => FakeRecognition.state);
  lang = '';
  continuous = false;
  interimResults = true;
  declare processLocally: boolean;
  start = vi.fn();
  stop = vi.fn();
  abort = vi.fn();
  constructor() {
    super();
    FakeRecognition.newest = this;
  }
  say(text: string) {
    const results = [{ isFinal: true, 0: { transcript: text } }];
    this.dispatchEvent(Object.assign(new Event('result'), { resultIndex: 0, results }));
  }
  fail(error: string) {
    this.dispatchEvent(Object.assign(new Event('error'), { error }));
  }
  end() {
    this.dispatchEvent(new Event('end'));
  }
}
Object.defineProperty(FakeRecognition.prototype, 'processLocally', { value: false, writable: true });

const track = { readyState: 'live' };
const stream = { getAudioTracks: () => [track] } as unknown as MediaStream;
const told = { onSentence: vi.fn(), onLost: vi.fn() };
const follow = () => ({ end: followDevice(stream, told), recognition: FakeRecognition.newest });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('SpeechRecognition', FakeRecognition);
  FakeRecognition.state = 'available';
  track.readyState = 'live';
  told.onSentence.mockReset();
  told.onLost.mockReset();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('is ready only where the browser has Chinese and can be kept from sending the sound away', async () => {
  expect(await deviceState()).toBe('ready');
  FakeRecognition.state = 'downloadable';
  expect(await deviceState()).toBe('loadable');
  FakeRecognition.state = 'unavailable';
  expect(await deviceState()).toBe('none');

  vi.stubGlobal('SpeechRecognition', class extends EventTarget {});
  expect(await deviceState()).toBe('none');
  expect(() => followDevice(stream, told)).toThrow();
  vi.stubGlobal('SpeechRecognition', undefined);
  expect(await deviceState()).toBe('none');
});

test('asks for Chinese on this machine, and tells each sentence', () => {
  const { recognition } = follow();
  recognition.say('大家好');

  expect(recognition).toMatchObject({ lang: 'zh-CN', processLocally: true, continuous: true });
  expect(recognition.start).toHaveBeenCalledWith(track);
  expect(told.onSentence).toHaveBeenCalledWith(expect.objectContaining({ text: '大家好' }));
});

test('begins again when it stops, and rests longer each time it stops at once', () => {
  const { recognition } = follow();
  const restsOf = (times: number) =>
    Array.from({ length: times }, () => {
      const before = recognition.start.mock.calls.length;
      recognition.fail('network');
      recognition.end();
      let ms = 0;
      for (; recognition.start.mock.calls.length === before; ms += 250) vi.advanceTimersByTime(250);
      return ms;
    });

  expect(restsOf(6)).toEqual([500, 1000, 2000, 4000, 8000, 8000]);
  vi.advanceTimersByTime(10_000);
  expect(restsOf(1)).toEqual([250]);
  expect(told.onLost).not.toHaveBeenCalled();
});

test.each(['not-allowed', 'service-not-allowed', 'language-not-supported', 'audio-capture'])(
  'is lost, once, after %s',
  (error) => {
    const { recognition } = follow();
    recognition.fail(error);
    recognition.end();
    vi.advanceTimersByTime(60_000);

    expect(told.onLost).toHaveBeenCalledOnce();
    expect(recognition.start).toHaveBeenCalledOnce();
  },
);

test('waits for the last words when it is ended, but not for ever', async () => {
  const { end, recognition } = follow();
  const ended = end();
  recognition.say('谢谢大家');
  recognition.end();
  await ended;
  expect(told.onSentence).toHaveBeenCalledOnce();
  expect(recognition.stop).toHaveBeenCalledOnce();
  expect(recognition.abort).not.toHaveBeenCalled();

  const silent = follow();
  const late = silent.end();
  await vi.advanceTimersByTimeAsync(3000);
  await late;
  expect(silent.recognition.abort).toHaveBeenCalledOnce();
});
