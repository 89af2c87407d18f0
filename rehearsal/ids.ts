import type { PlatformId } from '../lib/model.ts';
import { createRandom } from './random.ts';

/**
 * Makes a platform's comment ids, distinct within one room; two makers of one room need two lanes.
 * Douyin's have 19 digits, Unix seconds in the top 32 bits, and neighbours so close that
 * a Number cannot tell them apart (above 2^53 it steps by 1024).
 */
export function createIds(platform: PlatformId, seed: number, lane: 0 | 1 = 0): (at: number) => string {
  const random = createRandom(seed, `${platform}:ids`);
  let count = 2 * (1e6 + random.int(1e6)) + lane;
  const head = platform === 'taobao' ? 4_080_000_000_000 : 9_000_000_000;
  return (at) => {
    count += 2 * (1 + random.int(5));
    if (platform === 'douyin')
      return String((BigInt(Math.floor(at / 1000)) << 32n) | BigInt(count % 2 ** 32));
    return String(head + count);
  };
}

/** 19 digits on Douyin, 12 on Taobao, letters on Kuaishou: as their addresses show them. */
export function roomId(platform: PlatformId, seed: number, moves: number): string {
  const n = (seed * 97 + moves * 13) % 1e6;
  if (platform === 'douyin') return String(7_686_000_000_000_000_000n + BigInt(n) * 1_000_003n);
  if (platform === 'taobao') return String(498_000_000_000 + n);
  return `KsLive${n.toString(36).toUpperCase().padStart(5, '0')}x`;
}
