import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatCount } from '../../lib/i18n/format.ts';
import { send } from '../../lib/messages.ts';
import type { Session } from '../../lib/model.ts';
import styles from '../console/page.module.css';
import { addressOf } from '../console/use-route.ts';
import { ImportSession } from '../export/ImportSession.tsx';
import { Confirm } from '../frame/Confirm.tsx';
import { FilterInput } from '../frame/FilterInput.tsx';
import { usePreferences } from '../frame/use-preferences.ts';
import { useText } from '../frame/use-text.ts';
import { Empty } from '../room/Empty.tsx';
import { useSessions } from '../use-log.ts';
import { findSessions } from './find-sessions.ts';
import { SessionTable } from './SessionTable.tsx';

/** Every broadcast that was recorded, newest first. */
export function SessionsPage() {
  const text = useText();
  const [{ name }] = usePreferences();
  const { value: sessions, error } = useSessions();
  const [query, setQuery] = useState('');
  const [doomed, setDoomed] = useState<Session | null>(null);
  const found = findSessions(sessions ?? [], query, text);

  const remove = async () => {
    if (!doomed) return null;
    const done = await send('ui-bg:delete', { session: doomed.id, who: name }).catch(() => null);
    return done?.ok ? null : text.sessions.deleteFailed;
  };
  return (
    <>
      <header className={styles.head}>
        <h1>{text.console.sessions}</h1>
        {sessions && (
          <span className={styles.aside}>{text.sessions.count(formatCount(sessions.length))}</span>
        )}
        <div className={styles.end}>
          {sessions && sessions.length > 1 && (
            <Button size="xs" variant="default" component="a" href={addressOf('compare')}>
              {text.report.compare}
            </Button>
          )}
          <FilterInput width={260} label={text.sessions.search} value={query} onChange={setQuery} />
          <ImportSession />
        </div>
      </header>
      <div className={styles.body}>
        {error != null && (
          <p role="alert">
            {text.storage['database-blocked'].what} {text.storage['database-blocked'].next}
          </p>
        )}
        {sessions?.length === 0 && <Empty title={text.sessions.empty} hint={text.sessions.emptyHint} />}
        {sessions && sessions.length > 0 && found.length === 0 && <Empty title={text.sessions.noMatch} />}
        {found.length > 0 && <SessionTable sessions={found} onDelete={setDoomed} />}
      </div>
      <Confirm
        isOpen={doomed !== null}
        title={text.sessions.deleteTitle}
        yes={text.common.delete}
        onYes={remove}
        onClose={() => setDoomed(null)}
      >
        {doomed && (
          <p>
            {text.sessions.deleteText(doomed.title || text.sessions.untitled, formatCount(doomed.comments))}
          </p>
        )}
      </Confirm>
    </>
  );
}
