import { useCallback, useState } from 'react';
import type { FillFailure, Reply, RoomActions } from './actions.ts';

/** How the last fill went; null before the first. */
export type FillState =
  | { kind: 'filling' }
  | { kind: 'filled'; text: string; previous: string }
  | { kind: 'failed'; reason: FillFailure }
  | { kind: 'restored' }
  | { kind: 'changed' };

/** Fills the console's box, one text at a time, and can put back what stood there. */
export function useFill(actions: RoomActions | null) {
  const [state, setState] = useState<FillState | null>(null);

  const fill = useCallback(
    async (reply: Reply): Promise<boolean> => {
      if (!actions) return false;
      setState({ kind: 'filling' });
      const outcome = await actions.fill(reply);
      setState(
        outcome.ok
          ? { kind: 'filled', text: reply.text, previous: outcome.previous }
          : { kind: 'failed', reason: outcome.reason },
      );
      return outcome.ok;
    },
    [actions],
  );

  /** `draft` is what stands in the box now, as far as known; what a person changed since is left alone. */
  const undo = useCallback(
    async (draft: string | null) => {
      if (!actions || state?.kind !== 'filled') return;
      if (draft !== null && draft !== state.text) return setState({ kind: 'changed' });
      const outcome = await actions.restore(state.previous);
      setState(outcome.ok ? { kind: 'restored' } : { kind: 'failed', reason: outcome.reason });
    },
    [actions, state],
  );

  return { state, fill, undo };
}
