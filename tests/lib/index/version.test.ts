import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkpointVersion } from '../../../lib/index/checkpoint.ts';
import { linesOf } from '../../../lib/index/kept-state.ts';
import { createRoomState, fold } from '../../../lib/room/fold.ts';
import { broadcast } from '../../fixtures/broadcast.ts';

/** What the broadcast came to when the version was last raised. */
const recorded = { version: 18, hash: 'f1e00c367b10bccd' };

test('a fold that comes to another room has another version of its checkpoints', () => {
  const state = createRoomState();
  for (const [seq, event] of broadcast({ events: 3000, start: 1_790_000_000_000 }).entries())
    fold(state, { ...event, seq });

  const hash = createHash('sha256').update(linesOf(state).join('\n')).digest('hex').slice(0, 16);

  // what differs must not be read as if it were the same: raise `checkpointVersion`, then note both here
  expect({ version: checkpointVersion, hash }).toEqual(recorded);
});
