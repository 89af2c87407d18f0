import { Button } from '@mantine/core';
import { useText } from '../frame/use-text.ts';
import styles from './storage.module.css';
import type { KeepNotice } from './use-clean-up.ts';

/** One line while something about stored data wants a person; nothing otherwise. */
export function KeepNoticeLine({ notice, onOpen }: { notice: KeepNotice; onOpen(): void }) {
  const { keep: text } = useText();
  if (!notice) return null;
  return (
    <p role="status" className={styles.notice}>
      {text.notice[notice]}
      <Button size="compact-xs" variant="default" onClick={onOpen}>
        {text.notice.open}
      </Button>
    </p>
  );
}
