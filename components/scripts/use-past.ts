import { useEffect, useState } from 'react';
import { readRuns, readSessions } from '../../lib/log/reader.ts';
import { foldLack, type Lacks } from '../../lib/shop/lacks.ts';
import { createUsage, foldUsage, type Usage } from '../../lib/shop/usage.ts';
import { useLog } from '../use-log.ts';

/** Sessions whose log is read for it. */
const looked = 30;

/** How scripts fared in the latest sessions, by id, and what people missed in them. */
export interface Past {
  usage: ReadonlyMap<string, Usage>;
  lacks: Lacks;
  sessions: number;
}

/** Looks back at the latest sessions, oldest first; what is known grows session by session. */
export function usePast(): Past {
  const db = useLog();
  const [past, setPast] = useState<Past>({ usage: new Map(), lacks: new Map(), sessions: 0 });
  useEffect(() => {
    let isGone = false;
    const lookBack = async () => {
      const sessions = (await readSessions(db)).slice(0, looked).reverse();
      const scripts = new Map<string, Usage>();
      const lacks: Lacks = new Map();
      for (const [index, session] of sessions.entries()) {
        // a question's id means something in its own session only
        const usage = { ...createUsage(), scripts };
        for await (const run of readRuns(db, session.id)) {
          if (isGone) return;
          for (const event of run.events) {
            foldUsage(usage, event);
            foldLack(lacks, event);
          }
        }
        if (!isGone) setPast({ usage: new Map(scripts), lacks: new Map(lacks), sessions: index + 1 });
      }
    };
    // without figures the page still works
    lookBack().catch(() => {});
    return () => {
      isGone = true;
    };
  }, [db]);
  return past;
}
