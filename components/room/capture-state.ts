import type { Session, Trouble } from '../../lib/model.ts';
import type { RoomState } from '../../lib/room/state.ts';

export interface CaptureState {
  kind: 'listening' | 'waiting' | 'limited' | 'lost' | 'ended';
  /** what is wrong; `away` when the console's tab is gone */
  trouble: Trouble | 'away' | null;
}

/** Troubles with which comments still come in, by another path or late. */
const limiting: readonly Trouble[] = [
  'list-paused',
  'rows-unreadable',
  'feed-unreadable',
  'idle-dialog',
  'paths-disagree',
  'hook-missing',
  'slowed',
];

/** What the panel's lamp says of a session. `isAnswering`: its page was asked and is there. */
export function captureState(session: Session, state: RoomState, isAnswering = true): CaptureState {
  const trouble = state.health?.trouble ?? null;
  if (session.endedAt !== null) return { kind: 'ended', trouble: null };
  if (session.tabId === null || !isAnswering) return { kind: 'lost', trouble: 'away' };
  const pulse = state.health?.pulse;
  // the first seconds: too early to say
  const isUnheard = pulse !== undefined && pulse.heardAt === null && pulse.lastAt === null;
  if (trouble === null && isUnheard && state.figures.comments === 0) return { kind: 'waiting', trouble };
  if (trouble === 'no-comments-yet' || (trouble === null && !state.live)) return { kind: 'waiting', trouble };
  if (trouble === null) return { kind: 'listening', trouble };
  const isListed = trouble === 'feed-silent' && pulse?.ways.list === true;
  return { kind: isListed || limiting.includes(trouble) ? 'limited' : 'lost', trouble };
}
