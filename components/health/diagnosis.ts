import type { Response } from '../../lib/messages.ts';
import type { Session } from '../../lib/model.ts';
import type { RoomState } from '../../lib/room/state.ts';

interface Versions {
  extension: string;
  browser: string;
}

/**
 * What helps to see why capture fails, as a JSON file: structure, counts, versions and times. It is put together
 * from what is named here, so that no name, title, id or text of the room can come along. `now` in ms epoch.
 */
export function diagnosisFile(
  session: Session,
  { health, troubles, gaps, lost }: RoomState,
  page: Response<'ui-cs:diagnose'> | null,
  versions: Versions,
  now: number,
): string {
  const { platform, startedAt, endedAt, events, comments, rejected, streams } = session;
  const file = {
    format: 'live-copilot-diagnosis',
    version: 1,
    at: now,
    versions,
    session: {
      platform,
      startedAt,
      endedAt,
      events,
      comments,
      rejected,
      loads: Object.keys(streams).length,
      isLed: session.tabId !== null,
      hasAside: session.asideTab != null,
    },
    health: health && {
      at: health.at,
      trouble: health.trouble,
      feed: health.feed,
      dom: health.dom,
      merged: health.merged,
      dropped: health.dropped,
      pulse: health.pulse ?? null,
    },
    lost,
    troubles,
    gaps: gaps.map(({ from, to, reason, lost: gone, recovered }) => ({
      from,
      to,
      reason,
      lost: gone,
      recovered,
    })),
    page: page && { path: page.page, isList: page.isList, structure: JSON.parse(page.list) as unknown },
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}
