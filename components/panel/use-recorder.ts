import { useEffect, useMemo, useState } from 'react';
import { send } from '../../lib/messages.ts';
import type { ActEvent } from '../../lib/model.ts';
import { createRecorder } from './recorder.ts';

const retryMs = 2000;

/** Writes acts into a session's log, running or at rest; null without one. `unwritten` ones wait for the disk. */
export function useRecorder(session: string | undefined): {
  recorder: { record(act: ActEvent): void } | null;
  unwritten: number;
} {
  const [unwritten, setUnwritten] = useState(0);
  const recorder = useMemo(
    () =>
      session === undefined
        ? null
        : createRecorder({
            session,
            stream: crypto.randomUUID(),
            send: (batch) => send('ui-bg:append', batch),
            rest: () => new Promise((done) => setTimeout(done, retryMs)),
            onWaiting: setUnwritten,
          }),
    [session],
  );
  useEffect(() => setUnwritten(0), [recorder]);
  return { recorder, unwritten };
}
