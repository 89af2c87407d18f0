import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ListGroup } from '../../lib/lists/word-list.ts';
import { saveList } from '../../lib/log/lists.ts';
import { useText } from '../frame/use-text.ts';
import { useBy, useLog } from '../use-log.ts';
import { NameDialog } from './NameDialog.tsx';

/** Makes an empty list in a group. */
export function MakeList({ group }: { group: ListGroup }) {
  const { lists: text } = useText();
  const db = useLog();
  const by = useBy();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={`${text.make} · ${text.groups[group]}`}
        onClick={() => setOpen(true)}
      >
        {text.make}
      </Button>
      {isOpen && (
        <NameDialog
          title={text.make}
          yes={text.create}
          onName={(name) =>
            saveList(db, { id: crypto.randomUUID(), name, group }, { terms: [], allow: [] }, Date.now(), by())
          }
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
