import { Button, Group, Modal, Radio } from '@mantine/core';
import { useState } from 'react';
import type { Session } from '../../lib/model.ts';
import { useText } from '../frame/use-text.ts';
import { ExportProgress } from './ExportProgress.tsx';
import styles from './export.module.css';
import { type Format, formats, kindOf } from './formats.ts';
import { MaskChoice, type Unmask } from './MaskChoice.tsx';
import { RangeChoice } from './RangeChoice.tsx';
import { isSound, type Range, selectionOf, wholeOf } from './range.ts';
import { useExport } from './use-export.ts';

interface Props {
  session: Session;
  isOpen: boolean;
  /** what is looked at now, as by a search */
  range?: Partial<Range>;
  onClose(): void;
}

/** Asks what of a session shall go into which file, and writes it. */
export function ExportDialog({ session, isOpen, range: looked, onClose }: Props) {
  const text = useText();
  const { state, start, cancel } = useExport(session);
  const [format, setFormat] = useState<Format>('xlsx');
  const [range, setRange] = useState<Range>({ ...wholeOf(session), ...looked });
  const [unmask, setUnmask] = useState<Unmask | null>(null);
  const isWorking = state.kind === 'working';
  const { isWhole = false, hasNoNames = false } = kindOf[format];

  const close = () => {
    cancel();
    setUnmask(null);
    onClose();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      size={560}
      title={text.export.title}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <fieldset className={styles.form} disabled={isWorking}>
        <Radio.Group
          size="xs"
          label={text.export.format}
          value={format}
          onChange={(value) => setFormat(value as Format)}
        >
          <div className={styles.formats}>
            {formats.map((one) => (
              <Radio
                key={one}
                size="xs"
                value={one}
                label={text.export.formats[one].name}
                description={text.export.formats[one].hint}
              />
            ))}
          </div>
        </Radio.Group>
        {isWhole ? (
          <p className={styles.note}>{text.export.alwaysWhole}</p>
        ) : (
          <RangeChoice range={range} onChange={setRange} />
        )}
        {!hasNoNames && <MaskChoice unmask={unmask} onChange={setUnmask} />}
      </fieldset>
      <ExportProgress state={state} all={session.events} />
      <Group justify="flex-end" gap="sm" mt="md">
        <Button size="xs" variant="default" onClick={isWorking ? cancel : close}>
          {isWorking ? text.common.cancel : text.common.close}
        </Button>
        <Button
          size="xs"
          loading={isWorking}
          disabled={!isWhole && !isSound(range)}
          onClick={() =>
            void start({
              format,
              selection: isWhole ? {} : selectionOf(range),
              ...(unmask && !hasNoNames && { unmask }),
            })
          }
        >
          {text.export.save}
        </Button>
      </Group>
    </Modal>
  );
}
