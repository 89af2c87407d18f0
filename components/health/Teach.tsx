import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatCount } from '../../lib/i18n/format.ts';
import { type Response, send } from '../../lib/messages.ts';
import type { Session } from '../../lib/model.ts';
import { languageOf } from '../../lib/preferences.ts';
import { usePreferences } from '../frame/use-preferences.ts';
import { useText } from '../frame/use-text.ts';
import styles from './health.module.css';
import { useTaught } from './use-taught.ts';

type Answer = Response<'ui-cs:teach'> | { ok: false; reason: 'unreachable' };

/** Lets a person point at a comment on the page, shows what that would read, and keeps it if they say so. */
export function Teach({ session }: { session: Session }) {
  const { health: text } = useText();
  const [preferences] = usePreferences();
  const language = languageOf(preferences, navigator.languages);
  const [, change] = useTaught();
  const [state, setState] = useState<'idle' | 'teaching' | 'kept' | Answer>('idle');
  const { tabId, frameId } = session;

  const begin = async () => {
    if (tabId === null) return setState({ ok: false, reason: 'unreachable' });
    setState('teaching');
    const answer = await send('ui-cs:teach', { language }, tabId, frameId ?? 0).catch(
      () => ({ ok: false, reason: 'unreachable' }) as const,
    );
    setState(answer);
  };
  const keep = async (page: string, taught: (Answer & { ok: true })['taught']) => {
    await change((pages) => ({ ...pages, [page]: taught }));
    setState('kept');
  };

  if (state === 'teaching') return <p role="status">{text.teaching}</p>;
  if (typeof state === 'object' && state.ok)
    return (
      <div>
        <p className={styles.note}>{text.preview(formatCount(state.found))}</p>
        <ul className={styles.preview} aria-label={text.preview(formatCount(state.found))}>
          {state.rows.map(({ nick, text: said }, i) => (
            <li key={i}>
              <b>{nick}</b> {said}
            </li>
          ))}
        </ul>
        {state.unread > 0 && <p className={styles.note}>{text.unread(formatCount(state.unread))}</p>}
        <div className={styles.acts}>
          <Button size="xs" onClick={() => keep(state.page, state.taught)}>
            {text.keep}
          </Button>
          <Button size="xs" variant="default" onClick={begin}>
            {text.again}
          </Button>
        </div>
      </div>
    );
  return (
    <>
      <Button size="xs" variant="default" title={text.teachHint} onClick={begin}>
        {text.teach}
      </Button>
      {state === 'kept' && <p role="status">{text.kept}</p>}
      {typeof state === 'object' && <p role="alert">{text.teachFailures[state.reason]}</p>}
    </>
  );
}
