import { useCallback, useRef, useState } from 'react';
import { writeCsv } from '../../lib/export/csv.ts';
import { writeJsonl } from '../../lib/export/jsonl.ts';
import { formatDate } from '../../lib/i18n/format.ts';
import type { Session } from '../../lib/model.ts';
import { useLog } from '../use-log.ts';
import { fileName } from './file-name.ts';

const formats = {
  jsonl: { write: writeJsonl, type: 'application/jsonl' },
  csv: { write: writeCsv, type: 'text/csv' },
} as const;
export type Format = keyof typeof formats;

export type ExportState =
  | { kind: 'idle' }
  | { kind: 'working'; format: Format; events: number }
  | { kind: 'done'; name: string }
  | { kind: 'cancelled' }
  | { kind: 'failed' };

/** Hands a finished file to the browser's downloads. */
function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // the download holds the blob by then
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Writes a session to a file, piece by piece; can be stopped. */
export function useExport(session: Session) {
  const db = useLog();
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const run = useRef(0);

  const start = useCallback(
    async (format: Format, mask: boolean) => {
      const mine = ++run.current;
      setState({ kind: 'working', format, events: 0 });
      const { write, type } = formats[format];
      // blobs, so that a long session does not stand in memory as one string
      const parts: Blob[] = [];
      const controller = new AbortController();
      try {
        const stop = () => mine !== run.current && controller.abort();
        await write(
          db,
          {
            session: session.id,
            mask,
            signal: controller.signal,
            onProgress: (events) => {
              stop();
              setState({ kind: 'working', format, events });
            },
          },
          async (bytes) => void parts.push(new Blob([bytes])),
        );
        const name = fileName([session.platform, session.title, formatDate(session.startedAt)], format);
        download(new Blob(parts, { type }), name);
        setState({ kind: 'done', name });
      } catch {
        setState({ kind: controller.signal.aborted ? 'cancelled' : 'failed' });
      }
    },
    [db, session.id, session.platform, session.title, session.startedAt],
  );
  const cancel = useCallback(() => {
    run.current++;
  }, []);
  return { state, start, cancel };
}
