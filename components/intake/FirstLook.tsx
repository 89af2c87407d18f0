import type { ReactNode } from 'react';
import { useState } from 'react';
import type { ListHead } from '../../lib/lists/word-list.ts';
import { wasUsed } from '../../lib/log/rule-sets.ts';
import { useLog } from '../use-log.ts';
import { WhatIfDialog } from './WhatIfDialog.tsx';

/** Switches a list on, at once if this content of it was on before; else it first shows what it would flag. */
export function useFirstLook(
  list: ListHead | null,
  switchOn: () => Promise<unknown>,
): { switchOn(): void; dialog: ReactNode } {
  const db = useLog();
  const [isOpen, setOpen] = useState(false);
  const isFull = list !== null && list.terms + list.phrases > 0;
  return {
    async switchOn() {
      if (isFull && !(await wasUsed(db, list.hash))) setOpen(true);
      else await switchOn();
    },
    dialog: isOpen && list && (
      <WhatIfDialog
        title={list.name}
        proposal={{ kind: 'switch', list: list.id, isOn: true }}
        onApply={switchOn}
        onClose={() => setOpen(false)}
      />
    ),
  };
}
