import { isSame } from '../lists/changes.ts';
import type { Database } from './database.ts';
import { writeTrail } from './trail.ts';

/** Rooms that are remembered. */
const mostRooms = 50;

/**
 * Writes down that other profiles hold in a room by themselves than when somebody last looked: once, however many pages
 * look. `names` as they are called now.
 */
export const noteHolding = (
  db: Database,
  room: string,
  names: readonly string[],
  at: number,
): Promise<void> =>
  db.transaction('rw', db.settings, db.trail, async () => {
    const kept = await db.settings.get('holding');
    const { [room]: before = [], ...others } = kept?.id === 'holding' ? kept.value : {};
    if (isSame(before, names)) return;
    const rooms = [...Object.entries(others), [room, names] as const].slice(-mostRooms);
    await db.settings.put({ id: 'holding', value: Object.fromEntries(rooms) });
    await writeTrail(db, { who: '', at }, [{ part: 'holding', key: room, before, after: names }]);
  });
