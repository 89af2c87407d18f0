import { useCallback, useEffect, useRef, useState } from 'react';

/** What may change stored data from a page: one of them at a time, in all windows. */
export const keepLock = 'live-room-copilot-keep';
/** Held while pages stand without their session: see components/export/use-import.ts. */
export const importLock = 'import-session';

export type TaskState<T> =
  | { kind: 'idle' }
  /** between 0 and 1 */
  | { kind: 'working'; share: number }
  | { kind: 'done'; done: T }
  | { kind: 'cancelled' }
  | { kind: 'busy' }
  | { kind: 'failed' };

type Job<T> = (at: { signal: AbortSignal; onProgress(done: number, all: number): void }) => Promise<T>;

/** Figures that change faster cannot be read (ms). */
const telling = 100;

/** Runs a job when no other window is at one; null when one is. */
export async function alone<T>(
  job: () => Promise<T>,
  locks: readonly string[] = [keepLock],
): Promise<T | null> {
  const [lock, ...rest] = locks;
  // tests have none
  if (lock === undefined || !navigator.locks) return job();
  return navigator.locks.request(lock, { ifAvailable: true }, async (held) =>
    held ? alone(job, rest) : null,
  );
}

/** Something that takes its time: shown while it goes on, can be stopped, and stops with its page. */
export function useTask<T>(locks?: readonly string[]) {
  const [state, setState] = useState<TaskState<T>>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  const cancel = useCallback(() => running.current?.abort(), []);
  useEffect(() => cancel, [cancel]);

  const run = useCallback(
    async (job: Job<T>): Promise<T | null> => {
      const controller = new AbortController();
      running.current = controller;
      let told = 0;
      const onProgress = (done: number, all: number) => {
        const now = performance.now();
        if (now - told < telling) return;
        told = now;
        setState({ kind: 'working', share: all === 0 ? 0 : Math.min(1, done / all) });
      };
      setState({ kind: 'working', share: 0 });
      try {
        const done = await alone(
          async () => ({ value: await job({ signal: controller.signal, onProgress }) }),
          locks,
        );
        setState(done ? { kind: 'done', done: done.value } : { kind: 'busy' });
        return done?.value ?? null;
      } catch {
        setState({ kind: controller.signal.aborted ? 'cancelled' : 'failed' });
        return null;
      } finally {
        running.current = null;
      }
    },
    [locks],
  );
  const reset = useCallback(() => setState({ kind: 'idle' }), []);
  return { state, run, cancel, reset };
}
