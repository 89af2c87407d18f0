import { useEffect, useState } from 'react';
import { cleanUp, commentsEnd, isRunning } from '../../lib/keep/clean-up.ts';
import { changeKeep, readKeep } from '../../lib/keep/settings.ts';
import type { Database } from '../../lib/log/database.ts';
import { readSessions } from '../../lib/log/reader.ts';
import { useLog, useWatch } from '../use-log.ts';
import { isTight, readDisk } from './disk.ts';
import { alone } from './use-task.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

export type KeepNotice = 'off' | 'tight' | 'tightOff' | null;

/**
 * Cleans up when this page opens and once a day while it is open, hourly while the disk fills up; in one window of all.
 * Without a person's consent it only tells that something is due.
 */
export function useCleanUp(): KeepNotice {
  const db = useLog();
  const { value: agreedAt } = useWatch(readAgreed);
  const [notice, setNotice] = useState<KeepNotice>(null);
  useEffect(() => {
    if (agreedAt === undefined) return;
    let isGone = false;
    const look = async () => {
      const told = await lookAfter(db, () => isGone);
      if (!isGone) setNotice(told);
    };
    const tell = () => void look().catch((error: unknown) => console.error('Clean-up failed:', error));
    tell();
    const turns = setInterval(tell, hour);
    return () => {
      isGone = true;
      clearInterval(turns);
    };
  }, [db, agreedAt]);
  return notice;
}

const readAgreed = async (db: Database): Promise<number | null> => (await readKeep(db)).agreedAt;

async function lookAfter(db: Database, isStopped: () => boolean): Promise<KeepNotice> {
  const [settings, disk, now] = [await readKeep(db), await readDisk(), Date.now()];
  const tight = isTight(disk);
  if (settings.agreedAt === null) {
    if (tight) return 'tightOff';
    const end = commentsEnd(settings, false, now);
    const isDue = (await readSessions(db)).some(
      (one) => !isRunning(one, now) && (one.importedAt ?? one.startedAt) < end && one.events > 0,
    );
    return isDue ? 'off' : null;
  }
  if (tight || now - (settings.ranAt ?? 0) >= day)
    await alone(async () => {
      const { isWhole } = await cleanUp(db, { settings, isTight: tight, now, isStopped });
      if (isWhole) await changeKeep(db, { ranAt: now });
    });
  return tight ? 'tight' : null;
}
