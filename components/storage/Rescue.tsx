import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatCount, formatDay } from '../../lib/i18n/format.ts';
import { type Closed, exportRaw } from '../../lib/keep/rescue.ts';
import { choosePlace } from '../export/open-target.ts';
import { useText } from '../frame/use-text.ts';
import { useLog } from '../use-log.ts';
import styles from './storage.module.css';

/** Why the database does not open, and the way to get the data out. */
export function Rescue({ why, name }: { why: Closed; name: string }) {
  const { keep } = useText();
  const db = useLog();
  const text = keep.rescue;
  const [saved, setSaved] = useState<number | 'failed' | null>(null);
  const save = async () => {
    const place = await choosePlace(`live-copilot-raw-${formatDay(Date.now())}.jsonl`, 'application/jsonl');
    if (!place) return;
    const target = await place.open();
    try {
      const records = await exportRaw(target.write, db.name);
      await target.finish();
      setSaved(records);
    } catch {
      await target.discard().catch(() => {});
      setSaved('failed');
    }
  };
  return (
    <main role="alert" className={styles.rescue}>
      <b>{text[why]}</b>
      <p>{text[`${why}Next`]}</p>
      <p className={styles.aside}>{text.detail(name)}</p>
      <div className={styles.row}>
        <Button size="xs" onClick={save}>
          {text.save}
        </Button>
        <Button size="xs" variant="default" onClick={() => location.reload()}>
          {text.retry}
        </Button>
      </div>
      {saved !== null && (
        <p role="status">{saved === 'failed' ? text.failed : text.saved(formatCount(saved))}</p>
      )}
    </main>
  );
}
