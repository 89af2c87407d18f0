import { formatDate } from '../../lib/i18n/format.ts';
import type { Text } from '../../lib/i18n/zh-cn.ts';
import type { Session } from '../../lib/model.ts';

/** Sessions that hold every word of the query in their room, platform or date. */
export function findSessions(sessions: readonly Session[], query: string, text: Text): Session[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return sessions.filter((session) => {
    const place = `${text.platforms[session.platform]} ${session.platform} ${session.title} ${session.roomId}`;
    const found = `${place} ${formatDate(session.startedAt)}`.toLowerCase();
    return words.every((word) => found.includes(word));
  });
}
