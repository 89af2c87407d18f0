import { useCallback, useState } from 'react';
import { useText } from '../frame/use-text.ts';
import type { ChangeRows } from '../use-shop.ts';

/** What was done last, and how to take it back. */
export interface Done {
  said: string;
  undo?: () => Promise<void>;
}

/** Changes a table and can take the last change back; a change that fails is said. */
export function useTable<Row extends { id: string }>(change: ChangeRows<Row>) {
  const { shop: text } = useText();
  const [done, setDone] = useState<Done | null>(null);

  const save = useCallback(
    async (rows: Parameters<ChangeRows<Row>>[0], said?: string): Promise<boolean> => {
      try {
        const { before, added } = await change(rows);
        const undo = async () => {
          try {
            await change({ put: before, remove: added });
            setDone({ said: text.undone });
          } catch {
            setDone({ said: text.notSaved });
          }
        };
        setDone(said === undefined ? null : { said, undo });
        return true;
      } catch {
        setDone({ said: text.notSaved });
        return false;
      }
    },
    [change, text],
  );
  return { done, save, say: setDone };
}
