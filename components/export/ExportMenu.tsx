import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Session } from '../../lib/model.ts';
import { useText } from '../frame/use-text.ts';
import { ExportDialog } from './ExportDialog.tsx';

/** Takes a session out as a file. */
export function ExportMenu({ session }: { session: Session }) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        {text.export.title}
      </Button>
      <ExportDialog session={session} isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}
