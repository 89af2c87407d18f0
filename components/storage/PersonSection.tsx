import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatCount, formatDate } from '../../lib/i18n/format.ts';
import { deletePerson, type Found, findPerson, type Person } from '../../lib/keep/viewer.ts';
import { addressOf } from '../console/use-route.ts';
import { Confirm } from '../frame/Confirm.tsx';
import { useText } from '../frame/use-text.ts';
import { useLog } from '../use-log.ts';
import { Progressing } from './Progressing.tsx';
import styles from './storage.module.css';
import { useTask } from './use-task.ts';
import { isGiven, noReason, WhoWhy } from './WhoWhy.tsx';

/** Finds what is stored of one viewer, and deletes it when asked to. */
export function PersonSection() {
  const db = useLog();
  const { keep: text } = useText();
  const [nick, setNick] = useState('');
  const [user, setUser] = useState('');
  const [found, setFound] = useState<{ person: Person; found: Found } | null>(null);
  const [reason, setReason] = useState(noReason);
  const [isAsking, setAsking] = useState(false);
  const { state, run, cancel } = useTask<'found' | 'erased'>();

  const find = (person: Person) => {
    setFound(null);
    return run(async (at) => {
      setFound({ person, found: await findPerson(db, person, { ...at, now: Date.now() }) });
      return 'found';
    });
  };
  const typed = { ...(nick.trim() && { nick: nick.trim() }), ...(user.trim() && { user: user.trim() }) };
  const erase = async () => {
    if (!found) return null;
    const { who, why } = reason;
    setFound(null);
    void run(async (at) => {
      await deletePerson(db, found.person, { ...at, now: Date.now(), who: who.trim(), why: why.trim() });
      return 'erased';
    });
    return null;
  };
  return (
    <section className={styles.section} aria-label={text.person}>
      <h2>{text.person}</h2>
      <p className={styles.hint}>{text.personHint}</p>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          void find(typed);
        }}
      >
        <TextInput
          size="xs"
          label={text.nick}
          maxLength={100}
          value={nick}
          onChange={(event) => setNick(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          label={text.user}
          maxLength={128}
          value={user}
          onChange={(event) => setUser(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" variant="default" disabled={Object.keys(typed).length === 0}>
          {text.find}
        </Button>
      </form>
      <Progressing state={state} say={text.working} onCancel={cancel} />
      {state.kind === 'done' && state.done === 'erased' && <p role="status">{text.erased}</p>}
      {found && (
        <>
          <Preview {...found} onUser={(one) => void find({ user: one })} />
          {found.found.sessions.length > 0 && (
            <>
              <WhoWhy reason={reason} example={text.whyPerson} onChange={setReason} />
              <Button size="xs" color="red" disabled={!isGiven(reason)} onClick={() => setAsking(true)}>
                {text.erase}
              </Button>
            </>
          )}
        </>
      )}
      <Confirm
        isOpen={isAsking}
        title={text.eraseTitle}
        yes={text.erase}
        onYes={erase}
        onClose={() => setAsking(false)}
      >
        {found && <p>{sumOf(found.found, text)}</p>}
        <p className={styles.warn}>{text.eraseText}</p>
      </Confirm>
    </section>
  );
}

function Preview({ found, onUser }: { found: Found; onUser(user: string): void }) {
  const { keep: text } = useText();
  const { users, samples, running } = found;
  return (
    <div role="status">
      <p>{found.sessions.length === 0 ? text.foundNone : sumOf(found, text)}</p>
      {running > 0 && <p>{text.foundRunning(formatCount(running))}</p>}
      {users.length > 1 && (
        <>
          <p>{text.foundUsers(formatCount(users.length))}</p>
          <ul>
            {users.map(({ user, events }) => (
              <li key={user}>
                <Button
                  size="compact-xs"
                  variant="default"
                  disabled={user === ''}
                  onClick={() => onUser(user)}
                >
                  {text.userEvents(user, formatCount(events))}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <ul>
        {samples.map(({ session, seq, at, nick, text: said }) => (
          <li key={`${session} ${seq}`}>
            <a href={addressOf('sessions', session, { at: String(seq) })}>{formatDate(at)}</a>{' '}
            <bdi>{nick}</bdi>：<bdi>{said}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

function sumOf({ sessions }: Found, text: ReturnType<typeof useText>['keep']): string {
  const sum = (of: 'comments' | 'deeds' | 'mentions') =>
    formatCount(sessions.reduce((n, one) => n + one[of], 0));
  return text.found(sum('comments'), sum('deeds'), sum('mentions'), formatCount(sessions.length));
}
