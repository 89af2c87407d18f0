import { expect, test } from 'vitest';
import { pageToRead } from '../../../lib/capture/frames.ts';
import { tapFor } from '../../../lib/platforms/taps.ts';

const shell = 'https://qn.taobao.com/home.htm/qn-live-container/live/control?liveId=498';
const inner = 'https://liveplatform.taobao.com/restful/index/live/control?liveId=498';
const viewer = 'https://tbzb.taobao.com/live?liveId=498';

/** A window that shows this address and these frames, in frames of these origins. */
function windowOf(address: string, frames: string[] = [], around: string[] = []) {
  const self = {};
  const document = { getElementsByTagName: () => frames.map((src) => ({ src })) };
  const location = { host: new URL(address).host, ancestorOrigins: around };
  return { self, top: around.length > 0 ? {} : self, location, document } as unknown as Window;
}
const read = (address: string, frames?: string[], around?: string[]) =>
  pageToRead(new URL(address), windowOf(address, frames, around))?.platform ?? null;

test('a shell without a frame is the console, one with a console in a frame is not', () => {
  expect(read(shell)).toBe('taobao');
  expect(read(shell, ['about:blank', inner])).toBeNull();
  expect(read(inner, [], ['https://qn.taobao.com'])).toBe('taobao');
});

test('frames that show something else change nothing', () => {
  const others = ['https://market.m.taobao.com/coupon', viewer, 'about:blank', 'http://[', ''];

  expect(read(shell, others)).toBe('taobao');
});

test('a viewer’s page in a frame is a preview', () => {
  expect(read(viewer)).toBe('taobao');
  expect(read(viewer, [], ['https://qn.taobao.com'])).toBeNull();
});

test('frames are heard only where a console may stand in one, among pages of its own', () => {
  const tap = (address: string, ...around: string[]) => tapFor(windowOf(address, [], around)) !== null;

  expect(tap(inner)).toBe(true);
  expect(tap(inner, 'https://qn.taobao.com')).toBe(true);
  expect(tap(inner, 'https://qn.taobao.com', 'https://elsewhere.example')).toBe(false);
  expect(tap(inner, 'http://qn.taobao.com')).toBe(false);
  expect(tap('https://live.kuaishou.com/u/a', 'https://live.kuaishou.com')).toBe(false);
  expect(tap('https://elsewhere.example/')).toBe(false);
});
