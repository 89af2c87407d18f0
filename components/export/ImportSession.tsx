import { Button, FileButton, Group, Modal, Progress } from '@mantine/core';
import { useState } from 'react';
import { formatCount } from '../../lib/i18n/format.ts';
import { addressOf } from '../console/use-route.ts';
import { useText } from '../frame/use-text.ts';
import styles from './export.module.css';
import { type ImportState, useImport } from './use-import.ts';

/** Takes in a session that was exported, here or on another computer. */
export function ImportSession() {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const { state, start, cancel, reset } = useImport();
  const isWorking = state.kind === 'working';
  const close = () => {
    cancel();
    reset();
    setOpen(false);
  };
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        {text.export.import.title}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={text.export.import.title}
        closeButtonProps={{ 'aria-label': text.common.close }}
      >
        <p className={styles.note}>{text.export.import.hint}</p>
        {isWorking && (
          <div className={styles.progress}>
            <Progress aria-label={text.export.import.title} value={100 * state.share} />
            <p className={styles.figures}>{text.export.import.working(formatCount(state.events))}</p>
          </div>
        )}
        <Outcome state={state} onClose={close} />
        <Group justify="flex-end" gap="sm" mt="md">
          <Button size="xs" variant="default" onClick={isWorking ? cancel : close}>
            {isWorking ? text.common.cancel : text.common.close}
          </Button>
          <FileButton accept=".jsonl,.gz,.json,.txt" onChange={(file) => file && void start(file)}>
            {(button) => (
              <Button size="xs" loading={isWorking} {...button}>
                {text.export.import.choose}
              </Button>
            )}
          </FileButton>
        </Group>
      </Modal>
    </>
  );
}

function Outcome({ state, onClose }: { state: ImportState; onClose(): void }) {
  const text = useText();
  const words = text.export.import;
  if (state.kind === 'done' && state.done.ok) {
    const { session, isPart, masked } = state.done;
    return (
      <div role="status" className={styles.outcome}>
        <p>
          {words.done(session.title || text.sessions.untitled, formatCount(session.events))}{' '}
          {isPart && words.part} {masked && words.masked}{' '}
          <a href={addressOf('sessions', session.id)} onClick={onClose}>
            {words.open}
          </a>
        </p>
      </div>
    );
  }
  if (state.kind === 'done' && !state.done.ok) {
    const { line, what, detail } = state.done.problem;
    return (
      <div role="alert" className={styles.outcome}>
        <p className={styles.wrong}>{words.problem(formatCount(line), words.problems[what])}</p>
        {detail && <p className={styles.note}>{detail}</p>}
      </div>
    );
  }
  return (
    <div role="status" className={styles.outcome}>
      {(state.kind === 'cancelled' || state.kind === 'busy' || state.kind === 'failed') && (
        <p>{words[state.kind]}</p>
      )}
    </div>
  );
}
