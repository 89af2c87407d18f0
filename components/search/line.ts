import type { Names, Query } from '../../lib/search/query.ts';
import type { Found } from '../../lib/search/search.ts';

/** A search that is asked for; a newer one ends it. */
export interface Asked {
  id: number;
  typed: string;
  /** most results to show */
  limit: number;
  names: Names;
}

/** What the worker says: how much of the index it has read, what it found, or that it failed. */
export type Told =
  | { read: number }
  | { id: number; found: Found; unread: Query['unread']; ms: number }
  | { id: number; failed: string };

/** The way to the worker that searches. */
export interface Line {
  ask(asked: Asked): void;
  close(): void;
}

/** Starts the worker; it keeps the index in memory until the line is closed. */
export function openLine(onTold: (told: Told) => void): Line {
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<Told>) => onTold(data);
  worker.onerror = ({ message }) => onTold({ id: 0, failed: message });
  return { ask: (asked) => worker.postMessage(asked), close: () => worker.terminate() };
}
