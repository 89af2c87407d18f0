import { isObject, type Json, objectOf, parseJson, textOf } from '../json.ts';
import { bytesOf } from '../packed/bytes.ts';
import type { Reading } from '../platform.ts';
import { readComments } from './comment.ts';

/**
 * Reads an answer of `impaas.alicdn.com/live/message/{topic}/{from}/{to}` (seconds): `payloads[].data` is base64
 * of a message, for a comment JSON with the same names as elsewhere (several sources until 2026-07, none live).
 * What holds no sentence, such as gifts and what is not JSON, is another kind of message and no fault.
 */
export function readMessages({ payloads }: Json, seenAt: number): Reading {
  if (!Array.isArray(payloads)) return { metrics: [], malformed: 1, oversized: 0 };
  const messages = payloads.map((payload) => textOf(objectOf(payload).data));
  const comments = messages
    .map((data) => (data === undefined ? undefined : parseJson(decode(data))))
    .filter((message) => isObject(message) && message.content !== undefined && message.content !== '');
  const { malformed, ...reading } = readComments(comments, seenAt);
  const misshapen = messages.filter((data) => data === undefined).length;
  return { metrics: [], ...reading, malformed: malformed + misshapen };
}

function decode(base64: string): string {
  const bytes = bytesOf(base64);
  return bytes ? new TextDecoder().decode(bytes) : '';
}
