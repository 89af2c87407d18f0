import type { Replay } from '../../lib/view/replay.ts';
import type { Clock } from '../room/clock.ts';

/** The position of a replay as a clock: it moves with the room that is shown, so that both are drawn in one go. */
export const replayClock = ({ view, subscribe }: Pick<Replay, 'view' | 'subscribe'>): Clock => ({
  now: () => view().start + view().position,
  subscribe,
});
