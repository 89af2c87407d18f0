import { useCallback, useEffect, useRef, useState } from 'react';
import type { Imported } from '../../lib/export/import.ts';
import { usePreferences } from '../frame/use-preferences.ts';
import { useLog } from '../use-log.ts';

export type ImportState =
  | { kind: 'idle' }
  /** `share` of the file that was read, between 0 and 1 */
  | { kind: 'working'; share: number; events: number }
  | { kind: 'done'; done: Imported }
  | { kind: 'cancelled' }
  | { kind: 'busy' }
  | { kind: 'failed' };

/** Held while a file is taken in: what belongs to no session is swept only when nobody is at it. */
const lock = 'import-session';
/** Figures that change faster cannot be read (ms). */
const telling = 100;

/** Takes a session in from a file; can be stopped, and then nothing is left. */
export function useImport() {
  const db = useLog();
  const [{ name }] = usePreferences();
  const [state, setState] = useState<ImportState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  const cancel = useCallback(() => running.current?.abort(), []);
  useEffect(() => cancel, [cancel]);

  useEffect(() => {
    // what a killed import left
    void navigator.locks?.request(lock, { ifAvailable: true }, async (held) => {
      if (held) await import('../../lib/export/import.ts').then(({ sweepImports }) => sweepImports(db));
    });
  }, [db]);

  const start = useCallback(
    async (file: File) => {
      const controller = new AbortController();
      running.current = controller;
      setState({ kind: 'working', share: 0, events: 0 });
      let told = 0;
      const onProgress = (bytes: number, events: number) => {
        const now = performance.now();
        if (now - told < telling) return;
        told = now;
        setState({ kind: 'working', share: file.size === 0 ? 1 : bytes / file.size, events });
      };
      try {
        const { importJsonl } = await import('../../lib/export/import.ts');
        await navigator.locks.request(lock, { ifAvailable: true }, async (held) => {
          if (!held) return setState({ kind: 'busy' });
          const done = await importJsonl(db, file, {
            now: Date.now,
            newId: () => crypto.randomUUID(),
            who: name,
            signal: controller.signal,
            onProgress,
          });
          setState({ kind: 'done', done });
        });
      } catch {
        setState({ kind: controller.signal.aborted ? 'cancelled' : 'failed' });
      } finally {
        running.current = null;
      }
    },
    [db, name],
  );
  const reset = useCallback(() => setState({ kind: 'idle' }), []);
  return { state, start, cancel, reset };
}
