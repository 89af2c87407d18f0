import { useEffect, useState } from 'react';
import { readEvents } from '../../../lib/log/reader.ts';
import { useLog } from '../../use-log.ts';

/** The names of who wrote these comments, in order, null for one that is no longer kept; undefined until they are read. */
export function useNames(
  session: string | undefined,
  seqs: readonly number[],
): (string | null)[] | undefined {
  const db = useLog();
  const [names, setNames] = useState<{ key: string; names: (string | null)[] }>();
  const key = `${session} ${seqs.join(',')}`;
  useEffect(() => {
    if (session === undefined) return;
    let isGone = false;
    const nameAt = async (seq: number) => {
      const [event] = (await readEvents(db, session, seq, seq + 1)).events;
      return event?.kind === 'comment' ? event.nick : null;
    };
    Promise.all(seqs.map(nameAt)).then(
      (found) => isGone || setNames({ key, names: found }),
      () => isGone || setNames({ key, names: seqs.map(() => null) }),
    );
    return () => {
      isGone = true;
    };
  }, [db, session, key]);
  return names?.key === key ? names.names : undefined;
}
