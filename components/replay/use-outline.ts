import { useEffect, useState, useSyncExternalStore } from 'react';
import { emptyOutline } from '../../lib/index/outline.ts';
import { type OutlineSource, type OutlineView, openOutline } from '../../lib/view/outline.ts';
import { useLog } from '../use-log.ts';

const nothing: OutlineView = { outline: emptyOutline, done: 0, all: 0, error: null };
const silent = () => () => {};

/** A session's timeline, filling in as the session is worked up. */
export function useOutline(session: string): OutlineView {
  const db = useLog();
  const [source, setSource] = useState<OutlineSource | null>(null);
  useEffect(() => {
    const opened = openOutline(db, session);
    setSource(opened);
    return () => opened.stop();
  }, [db, session]);
  return useSyncExternalStore(source?.subscribe ?? silent, () => source?.view() ?? nothing);
}
