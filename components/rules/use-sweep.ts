import { useCallback, useEffect } from 'react';
import { sweptRules } from '../../lib/lists/sweep.ts';
import type { Database } from '../../lib/log/database.ts';
import { readSessions } from '../../lib/log/reader.ts';
import { changeRules, readRules } from '../../lib/log/rules.ts';
import { sweepContents } from '../../lib/log/sweep-contents.ts';
import { useText } from '../frame/use-text.ts';
import { useLog } from '../use-log.ts';

/** Between two looks while a page is open (ms). */
const pause = 60_000;

/** Takes out what has run out, which did not count any more, and what old lists held that nothing names; on every page that judges, as soon as `isWanted`. */
export function useSweep(isWanted = true): void {
  const db = useLog();
  const { expired } = useText().lists;
  const sweep = useCallback(() => {
    // a page that only looks back may have a database that takes nothing
    sweepRules(db, expired).catch(() => {});
  }, [db, expired]);
  useEffect(() => {
    if (!isWanted) return;
    sweep();
    sweepContents(db, Date.now()).catch(() => {});
    const timer = setInterval(sweep, pause);
    return () => clearInterval(timer);
  }, [db, sweep, isWanted]);
}

async function sweepRules(db: Database, why: string): Promise<void> {
  const [rules, sessions] = await Promise.all([readRules(db), readSessions(db)]);
  const now = Date.now();
  if (sweptRules(rules, sessions, now) === rules) return;
  await changeRules(db, (before) => sweptRules(before, sessions, now), { who: '', why, at: now });
}
