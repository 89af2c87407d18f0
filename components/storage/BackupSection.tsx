import { Button, Checkbox, FileButton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { browser } from 'wxt/browser';
import { readTaught } from '../../lib/capture/teach/taught-file.ts';
import { formatDay } from '../../lib/i18n/format.ts';
import { writeBackup } from '../../lib/keep/backup.ts';
import { preferencesKey, readPreferences } from '../../lib/preferences.ts';
import { choosePlace } from '../export/open-target.ts';
import { useText } from '../frame/use-text.ts';
import { useLog } from '../use-log.ts';
import { Progressing } from './Progressing.tsx';
import { Restoring } from './Restoring.tsx';
import styles from './storage.module.css';
import { importLock, keepLock, useTask } from './use-task.ts';

const taughtKey = 'taught';
const locks = [keepLock, importLock] as const;

/** Everything into one file, and back again. */
export function BackupSection() {
  const db = useLog();
  const { keep: text } = useText();
  const [who, setWho] = useState('');
  const [withKey, setWithKey] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const { state, run, cancel } = useTask<string>(locks);

  const save = async () => {
    const place = await choosePlace(`live-copilot-${formatDay(Date.now())}.backup.gz`, 'application/gzip');
    if (!place) return;
    await run(async (at) => {
      const beside = await browser.storage.local.get([preferencesKey, taughtKey]);
      const target = await place.open();
      try {
        await writeBackup(db, { ...at, now: Date.now(), who: who.trim(), withKey, beside }, target.write);
        await target.finish();
      } catch (error) {
        await target.discard().catch(() => {});
        throw error;
      }
      return place.name;
    });
  };
  return (
    <section className={styles.section} aria-label={text.backup}>
      <h2>{text.backup}</h2>
      <p className={styles.hint}>{text.backupHint}</p>
      <Checkbox
        size="xs"
        label={text.withKey}
        description={text.withKeyHint}
        checked={withKey}
        onChange={(event) => setWithKey(event.currentTarget.checked)}
      />
      <div className={styles.row}>
        <TextInput
          size="xs"
          label={text.who}
          maxLength={40}
          value={who}
          onChange={(event) => setWho(event.currentTarget.value)}
        />
        <Button size="xs" disabled={who.trim() === '' || state.kind === 'working'} onClick={save}>
          {text.makeBackup}
        </Button>
        <FileButton accept=".gz" onChange={setFile}>
          {(button) => (
            <Button size="xs" variant="default" disabled={who.trim() === ''} {...button}>
              {text.restore}
            </Button>
          )}
        </FileButton>
      </div>
      <Progressing state={state} say={text.working} cancelled={text.restoreCancelled} onCancel={cancel} />
      {state.kind === 'done' && <p role="status">{text.saved(state.done)}</p>}
      {file && (
        <Restoring
          key={`${file.name} ${file.lastModified}`}
          file={file}
          who={who.trim()}
          onBeside={takeBeside}
        />
      )}
    </section>
  );
}

/** Preferences and taught pages, as far as they are sound. */
async function takeBeside(beside: Record<string, unknown>): Promise<void> {
  const { [preferencesKey]: preferences, [taughtKey]: taught } = beside;
  await browser.storage.local.set({
    ...(preferences !== undefined && { [preferencesKey]: readPreferences(preferences) }),
    ...(taught !== undefined && { [taughtKey]: readTaught(taught) }),
  });
}
