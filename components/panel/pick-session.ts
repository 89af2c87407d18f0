import type { Session } from '../../lib/model.ts';

/** A session that lost its page without an end and was quiet for longer is over (ms). */
const longestQuiet = 30 * 60_000;
/** For so long the panel shows a broadcast that is over (ms). */
const afterglow = 60 * 60_000;

export const isRunning = (session: Session, now: number): boolean =>
  session.endedAt === null && (session.tabId !== null || now - session.lastAt < longestQuiet);

/** The session to show: chosen by hand, else the one of the tab in front, else the newest. `sessions` newest first. */
export function pickSession(
  sessions: readonly Session[],
  { chosen, tab, now }: { chosen: string | null; tab: number | null; now: number },
): Session | null {
  const running = sessions.filter((session) => isRunning(session, now));
  return (
    sessions.find((session) => session.id === chosen) ??
    running.find((session) => tab !== null && (session.tabId === tab || session.asideTab === tab)) ??
    running[0] ??
    sessions.find((session) => now - session.lastAt < afterglow) ??
    null
  );
}
