import { compileRules, inPlace, prepareRules } from '../../lib/compliance/index.ts';
import { readingMaker } from '../../lib/export/readings.ts';
import { checkpointMaker } from '../../lib/index/checkpoint.ts';
import type { Maker } from '../../lib/index/maker.ts';
import { momentsMaker } from '../../lib/index/moments.ts';
import { indexSession } from '../../lib/index/pass.ts';
import { openDatabase } from '../../lib/log/database.ts';
import { createRuleReader } from '../../lib/log/lists.ts';
import { readSessions } from '../../lib/log/reader.ts';
import type { Session } from '../../lib/model.ts';
import { digestMaker } from '../../lib/report/kept.ts';
import { signMaker } from '../../lib/search/sign.ts';
import { openWishes } from './wishes.ts';

/** Between two looks at what there is to do (ms). */
const pause = 3_000;
/** One worker of all open pages works; the others wait until its page is closed. */
const lock = 'live-room-copilot-index';

const db = openDatabase();
const wishes = openWishes();
const makers = new Map<string, readonly Maker[]>();
/** sessions with nothing to do, by how many events they had */
const done = new Map<string, number>();

async function makersOf({ id, platform, roomId }: Session): Promise<readonly Maker[]> {
  const known = makers.get(id);
  if (known) return known;
  const checker = inPlace(compileRules(await createRuleReader(db)(), Date.now, rules()), {
    platform,
    room: roomId,
  });
  const check = (text: string, channel: Parameters<typeof checker.check>[1]['channel']) =>
    checker.check(text, { channel });
  const made = [
    checkpointMaker(),
    momentsMaker,
    signMaker(),
    readingMaker,
    digestMaker({ version: checker.version, check }),
  ];
  makers.set(id, made);
  return made;
}

let prepared: ReturnType<typeof prepareRules> | undefined;
function rules() {
  prepared ??= prepareRules();
  return prepared;
}

async function work(): Promise<never> {
  for (;;) {
    const first = wishes.newest();
    const sessions = (await readSessions(db).catch(() => [])).filter(
      ({ id, events }) => done.get(id) !== events,
    );
    sessions.sort((a, b) => Number(b.id === first) - Number(a.id === first));
    for (const session of sessions) {
      // somebody waits for another one
      const isStopped = () => wishes.newest() !== first;
      if (isStopped()) break;
      await indexSession(db, session.id, { makers: await makersOf(session), isStopped, now: Date.now }).then(
        (isDone) => isDone && session.endedAt !== null && done.set(session.id, session.events),
        // a session that cannot be worked up must not keep the others from it
        (error: unknown) => console.error('Indexing failed:', error),
      );
    }
    if (wishes.newest() === first) await new Promise((rested) => setTimeout(rested, pause));
  }
}

void navigator.locks.request(lock, work);
