import { useEffect, useState } from 'react';
import { readRuns, readSessions } from '../../lib/log/reader.ts';
import { createUsage, foldUsage, type Usage } from '../../lib/shop/usage.ts';
import { useLog } from '../use-log.ts';

/** Sessions whose log is read for it. */
const looked = 30;

/** How scripts fared in the latest sessions, by id; grows session by session while it is read. */
export function useUsage(): { usage: ReadonlyMap<string, Usage>; sessions: number } {
  const db = useLog();
  const [found, setFound] = useState<{ usage: ReadonlyMap<string, Usage>; sessions: number }>({
    usage: new Map(),
    sessions: 0,
  });
  useEffect(() => {
    let isGone = false;
    const count = async () => {
      const sessions = (await readSessions(db)).slice(0, looked);
      const scripts = new Map<string, Usage>();
      for (const [index, session] of sessions.entries()) {
        // a question's id means something in its own session only
        const usage = { ...createUsage(), scripts };
        for await (const run of readRuns(db, session.id)) {
          if (isGone) return;
          for (const event of run.events) foldUsage(usage, event);
        }
        if (!isGone) setFound({ usage: new Map(scripts), sessions: index + 1 });
      }
    };
    // without figures the page still works
    count().catch(() => {});
    return () => {
      isGone = true;
    };
  }, [db]);
  return found;
}
