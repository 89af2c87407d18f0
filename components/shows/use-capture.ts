import { useEffect, useState } from 'react';
import type { Database } from '../../lib/log/database.ts';
import { readEvents, readSessions } from '../../lib/log/reader.ts';
import type { Trouble } from '../../lib/model.ts';
import { useText } from '../frame/use-text.ts';
import { isRunning } from '../panel/pick-session.ts';
import { useLog } from '../use-log.ts';

/** Capture tells of itself every few seconds: it is among the newest events. */
const newest = 2000;

/** What capture said last on the newest console that is open: null is all well, `away` when none is. */
async function readTrouble(db: Database, now: number): Promise<Trouble | 'away' | null> {
  const session = (await readSessions(db)).find((one) => one.tabId !== null && isRunning(one, now));
  if (!session) return 'away';
  const { events } = await readEvents(db, session.id, Math.max(0, session.events - newest));
  const health = events.findLast((event) => event.kind === 'health');
  return health?.kind === 'health' ? health.trouble : null;
}

/** What keeps comments from coming in, in words, looked at once; null when nothing does, undefined until it is read. */
export function useCapture(): string | null | undefined {
  const text = useText();
  const db = useLog();
  const [trouble, setTrouble] = useState<Trouble | 'away' | null>();
  useEffect(() => {
    readTrouble(db, Date.now()).then(setTrouble, () => setTrouble('away'));
  }, [db]);
  if (trouble === 'away') return text.show.check.noConsole;
  return trouble ? text.troubles[trouble].what : trouble;
}
