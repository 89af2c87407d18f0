import { Button } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../frame/use-text.ts';
import { ListImport } from './ListImport.tsx';
import { SubscribeDialog } from './SubscribeDialog.tsx';

/** The ways by which a list comes in from elsewhere. */
export function IntakeButtons() {
  const words = useText().intake;
  const [opened, setOpened] = useState<'import' | 'subscribe' | null>(null);
  const close = () => setOpened(null);
  return (
    <>
      <Button size="xs" variant="default" flex="none" onClick={() => setOpened('import')}>
        {words.import}
      </Button>
      <Button size="xs" variant="default" flex="none" onClick={() => setOpened('subscribe')}>
        {words.follow}
      </Button>
      {opened === 'import' && <ListImport list={null} onClose={close} />}
      {opened === 'subscribe' && <SubscribeDialog onClose={close} />}
    </>
  );
}
