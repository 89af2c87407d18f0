import type { Traffic } from '../platforms/platform.ts';
import { bodyLimit } from './tap/events.ts';

const paths: readonly unknown[] = [
  'fetch',
  'xhr',
  'jsonp',
  'socket',
  'frame',
  'props',
] satisfies Traffic['via'][];

/**
 * Lets in what the page-world tap handed over; null for anything else. Any script of the page can forge
 * this, so nothing is believed: not the shape, not the size, not the clock.
 */
export function readTraffic(detail: unknown, now: number): Traffic | null {
  // twice: a JSON string inside a JSON string is escaped
  if (typeof detail !== 'string' || detail.length > 2 * bodyLimit + 5000) return null;
  let value: Partial<Record<keyof Traffic, unknown>> | null;
  try {
    value = JSON.parse(detail);
  } catch {
    return null;
  }
  const { via, url, body, seenAt } = value ?? {};
  if (typeof url !== 'string' || typeof body !== 'string' || !paths.includes(via)) return null;
  if (url.length > 2000 || body.length > bodyLimit) return null;
  const isClockSane = typeof seenAt === 'number' && Math.abs(now - seenAt) < 60_000;
  return { via: via as Traffic['via'], url, body, seenAt: isClockSane ? Math.round(seenAt) : now };
}
