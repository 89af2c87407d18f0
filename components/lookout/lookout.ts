import { openAlarms } from '../../lib/alarm/alarm.ts';
import { isQuiet } from '../../lib/alarm/watch.ts';
import { preferredLanguage } from '../../lib/i18n/language.ts';
import { tellAlarm } from '../../lib/i18n/tell-alarm.ts';
import { textIn } from '../../lib/i18n/text.ts';
import type { Database } from '../../lib/log/database.ts';
import { readSessions, watch } from '../../lib/log/reader.ts';
import type { Request } from '../../lib/messages.ts';
import type { Session } from '../../lib/model.ts';
import { alarmsAt } from '../../lib/room/alarms.ts';
import { followRoom } from '../../lib/view/live.ts';
import { isRunning } from '../panel/pick-session.ts';

type Tell = (told: Request<'look-bg:alarm'>) => void;

/** What time alone tips is looked for so often (ms), and a little late: events may still be on their way. */
const pause = 5000;
const lag = 1500;

/** Follows every room that runs and tells of each alarm raised since then (ms epoch). Returns the end of it. */
export function lookOut(db: Database, since: number, tell: Tell): () => void {
  const rooms = new Map<string, { stop(): void }>();
  const unwatch = watch(
    () => readSessions(db),
    (sessions) => {
      const running = sessions.filter((one) => isRunning(one, Date.now()));
      for (const [id, room] of rooms) {
        if (running.some((one) => one.id === id)) continue;
        room.stop();
        rooms.delete(id);
      }
      for (const session of running)
        if (!rooms.has(session.id)) rooms.set(session.id, lookAfter(db, session, since, tell));
    },
    // the next change asks again
    () => {},
  );
  return () => {
    unwatch();
    for (const room of rooms.values()) room.stop();
  };
}

function lookAfter(
  db: Database,
  { id, title, tabId: tab }: Session,
  since: number,
  tell: Tell,
): { stop(): void } {
  const text = textIn(preferredLanguage(navigator.languages));
  const told = new Set<string>();
  const room = followRoom(db, id);
  const look = () => {
    const { state, isComplete } = room.view();
    if (!isComplete) return;
    const open = openAlarms(alarmsAt(state, Date.now() - lag));
    const now = new Date();
    const isSilent = isQuiet(state.alarms.watch, now.getHours() * 60 + now.getMinutes());
    for (const alarm of open) {
      if (told.has(alarm.id) || alarm.at < since) continue;
      told.add(alarm.id);
      const { what, why } = tellAlarm(alarm, text);
      tell({
        alarm: alarm.id,
        tab,
        title: text.alarm.notify.title(title || text.sessions.untitled).slice(0, 200),
        text: `${what} · ${why}`.slice(0, 300),
        open: open.length,
        isSilent,
      });
    }
  };
  const leave = room.subscribe(look);
  const timer = setInterval(look, pause);
  return {
    stop() {
      leave();
      clearInterval(timer);
      room.stop();
    },
  };
}
