import { prepareRules } from '../../lib/compliance/index.ts';
import { readingMaker } from '../../lib/export/readings.ts';
import { checkpointMaker } from '../../lib/index/checkpoint.ts';
import type { Maker } from '../../lib/index/maker.ts';
import { momentsMaker } from '../../lib/index/moments.ts';
import { indexedTo, indexSession, isWorkedUp, stretchLength } from '../../lib/index/pass.ts';
import { openDatabase } from '../../lib/log/database.ts';
import { readSessions } from '../../lib/log/reader.ts';
import type { Session } from '../../lib/model.ts';
import { digestMaker } from '../../lib/report/kept.ts';
import { signMaker } from '../../lib/search/sign.ts';
import { judgeOver } from './judge-over.ts';
import { openWishes } from './wishes.ts';

/** Between two looks at what there is to do (ms). */
const pause = 3_000;
/** One worker of all open pages works; the others wait until its page is closed. */
const lock = 'live-room-copilot-index';

const db = openDatabase();
const wishes = openWishes();
const makers = new Map<string, readonly Maker[]>();
/** how many events a session had when it was last worked up */
const known = new Map<string, number>();
/** which edition of a session that was */
const editions = new Map<string, number>();

/** Some of its events are gone: what was remembered of the session no longer holds. */
function noteEdition({ id, edition = 0 }: Session): void {
  if ((editions.get(id) ?? edition) !== edition) {
    known.delete(id);
    makers.delete(id);
  }
  editions.set(id, edition);
}

async function makersOf(session: Session): Promise<readonly Maker[]> {
  const { id } = session;
  const held = makers.get(id);
  if (held) return held;
  const judged = await judgeOver(db, session, rules());
  const made = [checkpointMaker(), momentsMaker, signMaker(), readingMaker, digestMaker(judged)];
  makers.set(id, made);
  return made;
}

/** The same without rules, which need not be read to see whether there is anything to do. */
const versions = [checkpointMaker(), momentsMaker, signMaker(), readingMaker, digestMaker(null)];

let prepared: ReturnType<typeof prepareRules> | undefined;
function rules() {
  prepared ??= prepareRules();
  return prepared;
}

/** A session that runs is left alone until there is a stretch's worth of new events. */
const isDue = ({ id, events, endedAt }: Session): boolean => {
  const before = known.get(id);
  return before === undefined || (endedAt === null ? events - before >= stretchLength : events !== before);
};

async function workUp(session: Session, isStopped: () => boolean): Promise<void> {
  const { id, events, endedAt } = session;
  if (!(await isWorkedUp(db, session, versions))) {
    const isDone = await indexSession(db, id, {
      makers: await makersOf(session),
      isStopped,
      now: Date.now,
    });
    if (!isDone) return;
  }
  // what is left of a stretch counts with what comes
  known.set(id, endedAt === null ? await indexedTo(db, id) : events);
  // they remember a room of some megabytes
  if (endedAt !== null) makers.delete(id);
}

async function work(): Promise<never> {
  for (;;) {
    const first = wishes.newest();
    const all = await readSessions(db).catch(() => []);
    for (const session of all) noteEdition(session);
    const sessions = all.filter(isDue);
    sessions.sort((a, b) => Number(b.id === first) - Number(a.id === first));
    // somebody may come to wait for another one
    const isStopped = () => wishes.newest() !== first;
    for (const session of sessions) {
      if (isStopped()) break;
      // a session that cannot be worked up must not keep the others from it
      await workUp(session, isStopped).catch((error: unknown) => console.error('Indexing failed:', error));
    }
    if (!isStopped()) await new Promise((rested) => setTimeout(rested, pause));
  }
}

void navigator.locks.request(lock, work);
