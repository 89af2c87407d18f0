/** Why the log could not be written, in the words of the protocol. */
export type LogTrouble = 'disk-full' | 'database-blocked';

/**
 * Names the trouble behind a failed write. A full disk arrives as a transaction's abort,
 * often with the quota error inside an AbortError (dexie.org/docs/DexieErrors).
 */
export function logTrouble(error: unknown): LogTrouble {
  for (let inner: unknown = error; inner instanceof Error; inner = (inner as { inner?: unknown }).inner) {
    if (inner.name === 'QuotaExceededError') return 'disk-full';
  }
  return 'database-blocked';
}
