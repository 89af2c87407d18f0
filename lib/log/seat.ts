import type { Session } from '../model.ts';
import type { Database } from './database.ts';

export interface Place {
  tab: number;
  frame: number;
}

type Seated = Pick<Session, 'tabId' | 'frameId' | 'asideTab'>;
interface Comer {
  tab: number;
  frame?: number | undefined;
  isAside?: boolean | undefined;
}

/** Who stands in the way of a page that comes, if anyone. */
export function heldBy(
  { tabId, frameId = 0, asideTab = null }: Seated,
  { tab, frame = 0, isAside = false }: Comer,
): Place | null {
  if (isAside) return asideTab === null || asideTab === tab ? null : { tab: asideTab, frame: 0 };
  if (tabId === null || tabId === asideTab || (tabId === tab && frameId === frame)) return null;
  return { tab: tabId, frame: frameId };
}

/** Who leads and who stands aside once that page is in. */
export function placed(
  { tabId, frameId = 0, asideTab = null }: Seated,
  { tab, frame = 0, isAside }: Comer,
): Seated {
  if (!isAside) return { tabId: tab, frameId: frame, asideTab: asideTab === tab ? null : asideTab };
  return tabId === null || tabId === tab
    ? { tabId: tab, frameId: frame, asideTab: tab }
    : { tabId, frameId, asideTab: tab };
}

/**
 * Sessions that `tab`, or any tab, leads or stands beside are without it. Gives the ids of those it led.
 * Belongs in a transaction on the sessions.
 */
export async function letGo(db: Database, tab: number | undefined, except?: string): Promise<string[]> {
  const isIt = (held: number | null | undefined) => held != null && (tab === undefined || held === tab);
  const held = await db.sessions
    .filter((s) => s.id !== except && (isIt(s.tabId) || isIt(s.asideTab)))
    .toArray();
  for (const one of held)
    await db.sessions.update(one.id, {
      tabId: isIt(one.tabId) ? null : one.tabId,
      asideTab: isIt(one.asideTab) ? null : (one.asideTab ?? null),
    });
  return held.filter(({ tabId }) => isIt(tabId)).map(({ id }) => id);
}
