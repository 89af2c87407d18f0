import { Button } from '@mantine/core';
import { useState } from 'react';
import { browser } from 'wxt/browser';
import { formatDay } from '../../lib/i18n/format.ts';
import { send } from '../../lib/messages.ts';
import type { Session } from '../../lib/model.ts';
import type { RoomState } from '../../lib/room/state.ts';
import { useText } from '../frame/use-text.ts';
import { diagnosisFile } from './diagnosis.ts';
import styles from './health.module.css';
import { saveFile } from './save-file.ts';
import { Teach } from './Teach.tsx';

interface Props {
  session: Session;
  state: RoomState;
}

/** What a person can do when capture is not well. */
export function HealthActs({ session, state }: Props) {
  const { health: text } = useText();
  const [saved, setSaved] = useState<'whole' | 'without-page' | null>(null);
  const { tabId, frameId } = session;

  const save = async () => {
    const asked = tabId === null ? null : send('ui-cs:diagnose', {}, tabId, frameId ?? 0);
    const page = (await asked?.catch(() => null)) ?? null;
    const versions = { extension: browser.runtime.getManifest().version, browser: navigator.userAgent };
    const now = Date.now();
    saveFile(
      `live-copilot-diagnosis-${formatDay(now)}.json`,
      diagnosisFile(session, state, page, versions, now),
    );
    setSaved(page ? 'whole' : 'without-page');
  };
  return (
    <>
      <div className={styles.acts}>
        {session.endedAt === null && <Teach session={session} />}
        <Button size="xs" variant="default" title={text.saveHint} onClick={save}>
          {text.save}
        </Button>
      </div>
      {saved && <p role="status">{saved === 'whole' ? text.saved : text.savedWithoutPage}</p>}
      <p className={styles.note}>{text.saveHint}</p>
    </>
  );
}
