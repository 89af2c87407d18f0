import { useEffect } from 'react';
import { waitingQuestions } from '../../lib/room/board-order.ts';
import type { LiveRoom } from '../../lib/view/live.ts';
import type { Engine } from '../use-engine.ts';
import type { Shelf } from './use-shelf.ts';

/** As many as a board shows; older ones are asked when somebody turns to them. */
const ahead = 60;

/**
 * Asks the shelf about each question as soon as it waits, so that its replies are at hand when somebody turns to it.
 *
 * @param shelf null until an index stands: those who hold the scripts have other things to do before
 */
export function useAhead(room: LiveRoom | null, shelf: Shelf | null, engine: Engine | null): void {
  useEffect(() => {
    if (!room || !shelf || !engine) return;
    let asked: ReadonlySet<string> = new Set();
    const look = () => {
      const newest = waitingQuestions(room.view().state).slice(-ahead);
      for (const { id, text, reading } of newest)
        if (!asked.has(id)) void shelf.search(text, reading, engine.lookedThrough);
      asked = new Set(newest.map(({ id }) => id));
    };
    look();
    return room.subscribe(look);
  }, [room, shelf, engine]);
}
