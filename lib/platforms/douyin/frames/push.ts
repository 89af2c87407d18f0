import { bytes, digits, number, shape, text } from '../../packed/shape.ts';

/** A frame of the socket (frames of 2026-09); `kind` is msg, or hb and ack, in which nothing is said. */
export const frame = shape({ kind: [7, text], payload: [8, bytes] });

const message = shape({ method: [1, text], payload: [2, bytes], id: [3, digits] });

/** More than any real answer holds. */
export const messageLimit = 5000;

/** What a frame packs, and what the fetch that stands in for the socket answers; `now` in ms. */
export const response = shape({ messages: [1, message, messageLimit], now: [4, number] });
