import { useCallback, useEffect, useRef, useState } from 'react';
import type { Selection } from '../../lib/export/order.ts';
import { formatDate } from '../../lib/i18n/format.ts';
import { enterInLedger } from '../../lib/log/ledger.ts';
import type { Session } from '../../lib/model.ts';
import { useText } from '../frame/use-text.ts';
import { useLog } from '../use-log.ts';
import { fileName } from './file-name.ts';
import { type Format, kindOf, type Written } from './formats.ts';
import { choosePlace } from './open-target.ts';

export type ExportState =
  | { kind: 'idle' }
  /** `left` in ms, null while nobody can tell */
  | { kind: 'working'; events: number; left: number | null }
  | ({ kind: 'done'; name: string } & Written)
  | { kind: 'cancelled' }
  | { kind: 'failed' };

/** What a person asked for. */
export interface Wish {
  format: Format;
  selection: Selection;
  /** who wants the real names and why; absent means masked */
  unmask?: { who: string; why: string };
}

/** Figures that change faster cannot be read (ms). */
const telling = 100;

/** Takes a session out as a file, piece by piece; can be stopped, and then nothing is left. */
export function useExport(session: Session) {
  const db = useLog();
  const text = useText();
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  const cancel = useCallback(() => running.current?.abort(), []);
  useEffect(() => cancel, [cancel]);

  const start = useCallback(
    async ({ format, selection, unmask }: Wish) => {
      const { extension, type, run } = kindOf[format];
      const name = fileName([session.platform, session.title, formatDate(session.startedAt)], extension);
      const place = await choosePlace(name, type);
      if (!place) return;
      const controller = new AbortController();
      running.current = controller;
      const began = performance.now();
      let told = began;
      setState({ kind: 'working', events: 0, left: null });
      const onProgress = (events: number) => {
        const now = performance.now();
        if (now - told < telling) return;
        told = now;
        const left = ((now - began) / events) * Math.max(0, session.events - events);
        setState({ kind: 'working', events, left });
      };
      const order = { session: session.id, selection, mask: !unmask, signal: controller.signal, onProgress };
      try {
        if (unmask)
          await enterInLedger(db, {
            at: Date.now(),
            what: 'export-unmasked',
            ...unmask,
            session: session.id,
            detail: `${place.name} ${JSON.stringify(selection)}`,
          });
        const target = await place.open();
        try {
          const written = await run({ db, session, order, text, write: target.write });
          await target.finish();
          setState({ kind: 'done', name: place.name, ...written });
        } catch (error) {
          await target.discard().catch(() => {});
          throw error;
        }
      } catch {
        setState({ kind: controller.signal.aborted ? 'cancelled' : 'failed' });
      } finally {
        running.current = null;
      }
    },
    [db, session, text],
  );
  return { state, start, cancel };
}
