import { useContext, useEffect, useState } from 'react';
import { visitsOf } from '../../lib/log/viewers.ts';
import type { CommentEvent } from '../../lib/model.ts';
import type { Visit } from '../../lib/viewers/history.ts';
import { PlaceContext } from '../room/place.ts';
import { useLog } from '../use-log.ts';

/** A viewer's visits as they are found, this session's first. */
export function useVisits(who: Pick<CommentEvent, 'userId' | 'nick'>): { visits: Visit[]; isDone: boolean } {
  const db = useLog();
  const session = useContext(PlaceContext)?.session;
  const [found, setFound] = useState<{ visits: Visit[]; isDone: boolean }>({ visits: [], isDone: false });
  const { userId, nick } = who;
  useEffect(() => {
    if (session === undefined) return;
    const stop = new AbortController();
    setFound({ visits: [], isDone: false });
    const look = async () => {
      const person = userId === undefined ? { nick } : { userId, nick };
      for await (const visit of visitsOf(db, person, session, stop.signal))
        setFound(({ visits }) => ({ visits: [...visits, visit], isDone: false }));
    };
    const end = () => {
      if (!stop.signal.aborted) setFound(({ visits }) => ({ visits, isDone: true }));
    };
    look().then(end, end);
    return () => stop.abort();
  }, [db, session, userId, nick]);
  return found;
}
