import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { formatCount, formatDate } from '../../lib/i18n/format.ts';
import type { Flaw } from '../../lib/keep/read-backup.ts';
import { inspectBackup, type Restored, restoreBackup } from '../../lib/keep/restore.ts';
import { Confirm } from '../frame/Confirm.tsx';
import { useText } from '../frame/use-text.ts';
import { useLog } from '../use-log.ts';
import { Progressing } from './Progressing.tsx';
import styles from './storage.module.css';
import { importLock, keepLock, useTask } from './use-task.ts';

const locks = [keepLock, importLock] as const;

interface Props {
  file: File;
  who: string;
  /** gets what stands beside the database after a replacement */
  onBeside(beside: Record<string, unknown>): Promise<void>;
}

/** Looks through a backup, tells what is in it, and takes it in when a person has chosen how. */
export function Restoring({ file, who, onBeside }: Props) {
  const db = useLog();
  const { keep: text } = useText();
  const looking = useTask<Awaited<ReturnType<typeof inspectBackup>>>();
  const taking = useTask<Restored>(locks);
  const [isAsking, setAsking] = useState(false);
  useEffect(() => {
    void looking.run((at) => inspectBackup(db, file, at));
    // a file is looked at once
  }, [db, file]);

  const take = (mode: 'merge' | 'replace') =>
    taking.run(async (at) => {
      const newId = () => crypto.randomUUID();
      const done = await restoreBackup(db, file, { ...at, mode, who, now: Date.now(), newId });
      if (done.ok && mode === 'replace') await onBeside(done.beside);
      return done;
    });
  const seen = looking.state.kind === 'done' ? looking.state.done : null;
  const taken = taking.state.kind === 'done' ? taking.state.done : null;
  return (
    <div>
      <Progressing
        state={looking.state}
        say={text.checking}
        cancelled={text.restoreCancelled}
        onCancel={looking.cancel}
      />
      {seen && !seen.ok && <FlawLine flaw={seen.flaw} />}
      {seen?.ok && !taken?.ok && (
        <>
          <p>
            {text.inBackup(formatDate(seen.madeAt), formatCount(seen.sessions), formatCount(seen.events))}
          </p>
          <p>
            {text.inBackupMore(
              ...((['scripts', 'products', 'lists', 'ledger'] as const).map((table) =>
                formatCount(seen.rows[table] ?? 0),
              ) as [string, string, string, string]),
            )}
          </p>
          {seen.already > 0 && <p>{text.already(formatCount(seen.already))}</p>}
          {taking.state.kind !== 'working' && (
            <div className={styles.row}>
              <Button size="xs" title={text.mergeHint} onClick={() => void take('merge')}>
                {text.merge}
              </Button>
              <Button size="xs" variant="default" title={text.replaceHint} onClick={() => setAsking(true)}>
                {text.replace}
              </Button>
            </div>
          )}
          <p className={styles.hint}>
            {text.mergeHint} {text.replaceHint}
          </p>
        </>
      )}
      <Progressing
        state={taking.state}
        say={text.restoring}
        cancelled={text.restoreCancelled}
        onCancel={taking.cancel}
      />
      {taken && !taken.ok && <FlawLine flaw={taken.flaw} />}
      {taken?.ok && <p role="status">{text.restored(formatCount(taken.sessions))}</p>}
      <Confirm
        isOpen={isAsking}
        title={text.replaceTitle}
        yes={text.replace}
        onYes={async () => {
          void take('replace');
          return null;
        }}
        onClose={() => setAsking(false)}
      >
        <p className={styles.warn}>{text.replaceText}</p>
      </Confirm>
    </div>
  );
}

function FlawLine({ flaw }: { flaw: Flaw }) {
  const { keep: text } = useText();
  const said =
    flaw.what === 'wrong'
      ? text.wrong(formatCount(flaw.line), flaw.detail)
      : flaw.what === 'newer'
        ? text.newer
        : text.notBackup;
  return <p role="alert">{said}</p>;
}
