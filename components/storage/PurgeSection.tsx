import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { browser } from 'wxt/browser';
import { purge } from '../../lib/keep/purge.ts';
import { useText } from '../frame/use-text.ts';
import { useLog } from '../use-log.ts';
import { Progressing } from './Progressing.tsx';
import styles from './storage.module.css';
import { useTask } from './use-task.ts';
import { isGiven, noReason, WhoWhy } from './WhoWhy.tsx';

/** Deletes everything, after a word was typed. */
export function PurgeSection() {
  const db = useLog();
  const { keep: text } = useText();
  const [typed, setTyped] = useState('');
  const [ledgerToo, setLedgerToo] = useState(false);
  const [reason, setReason] = useState(noReason);
  const { state, run, cancel } = useTask<true>();

  const erase = async () => {
    const done = await run(async () => {
      await purge(db, { now: Date.now(), who: reason.who.trim(), why: reason.why.trim(), ledgerToo });
      // taught pages, preferences, and what pages left behind
      await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
      return true;
    });
    if (done) setTyped('');
  };
  return (
    <section className={styles.section} aria-label={text.purge}>
      <h2>{text.purge}</h2>
      <p className={styles.hint}>{text.purgeHint}</p>
      <Checkbox
        size="xs"
        label={text.purgeLedger}
        checked={ledgerToo}
        onChange={(event) => setLedgerToo(event.currentTarget.checked)}
      />
      <WhoWhy reason={reason} onChange={setReason} />
      <div className={styles.row}>
        <TextInput
          size="xs"
          label={text.purgeType(text.purgeWord)}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button
          size="xs"
          color="red"
          disabled={typed.trim() !== text.purgeWord || !isGiven(reason)}
          loading={state.kind === 'working'}
          onClick={erase}
        >
          {text.purge}
        </Button>
      </div>
      {state.kind !== 'working' && <Progressing state={state} say={text.working} onCancel={cancel} />}
      {state.kind === 'done' && <p role="status">{text.purged}</p>}
    </section>
  );
}
