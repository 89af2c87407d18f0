import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Session } from '../../lib/model.ts';
import { useText } from '../frame/use-text.ts';
import { ExportDialog } from './ExportDialog.tsx';
import type { Range } from './range.ts';

/** Takes a session out as a file; `range` is what is looked at now. */
export function ExportMenu({ session, range }: { session: Session; range?: Partial<Range> }) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        {text.export.title}
      </Button>
      <ExportDialog
        session={session}
        key={JSON.stringify(range)}
        {...(range && { range })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
