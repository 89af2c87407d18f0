import { bytesOf, isGzip } from '../packed/bytes.ts';
import { gunzip } from '../packed/gunzip.ts';
import type { Reading, Traffic } from '../platform.ts';
import { readPush, readWatching } from './feed-push.ts';
import { SocketMessage } from './messages.ts';
import { readRichText } from './rich-text.ts';

const nothing: Reading = { metrics: [], malformed: 0, oversized: 0 };
const broken: Reading = { ...nothing, malformed: 1 };

/** Most bytes that a payload may unpack to. */
const ceiling = 4_000_000;

/** Payload types that are read; the rest are heartbeats, answers and games. */
const readers: Readonly<Record<number, (payload: Uint8Array, seenAt: number) => Reading>> = {
  310: readPush,
  340: readWatching,
  829: readRichText,
};

/**
 * Reads one frame of the viewer's socket. A payload under AES is only counted: its key stands in the page's
 * script alone, where nothing can look without fetching it; what it says is read from the list.
 */
export async function readFrame({ body, seenAt }: Traffic): Promise<Reading> {
  const frame = bytesOf(body);
  if (!frame) return broken;
  try {
    const { payloadType = 0, compressionType = 0, payload } = SocketMessage.whole(frame);
    const read = readers[payloadType];
    if (!read) return nothing;
    if (compressionType === 3) return { ...nothing, sealed: 1 };
    // an empty message has no bytes
    if (!payload) return read(new Uint8Array(), seenAt);
    // some pushes are packed and do not say so (2026-08)
    if (compressionType !== 2 && !isGzip(payload)) return read(payload, seenAt);
    const plain = await gunzip(payload, ceiling);
    return plain ? read(plain, seenAt) : broken;
  } catch {
    return broken;
  }
}
