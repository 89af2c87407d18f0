import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatCount, formatDate, formatDay } from '../../lib/i18n/format.ts';
import type { Database, LedgerEntry } from '../../lib/log/database.ts';
import { useText } from '../frame/use-text.ts';
import { useWatch } from '../use-log.ts';
import { ConsentForm } from './ConsentForm.tsx';
import styles from './storage.module.css';

const readLedger = (db: Database): Promise<LedgerEntry[]> => db.ledger.orderBy('at').reverse().toArray();
const shown = 20;

/** What people did with stored data and who agreed to what, the newest first; can only be added to. */
export function LedgerSection() {
  const { keep: text } = useText();
  const { value: entries } = useWatch(readLedger);
  const [limit, setLimit] = useState(shown);
  const [about, setAbout] = useState<{ entry: LedgerEntry; what: 'withdrawal' | 'addition' } | null>(null);
  const taken = new Set(entries?.flatMap(({ what, of }) => (what === 'withdrawal' ? [of] : [])));
  return (
    <section className={styles.section} aria-label={text.ledger}>
      <h2>{text.ledger}</h2>
      <p className={styles.hint}>{text.ledgerHint}</p>
      <ConsentForm about={about} onDone={() => setAbout(null)} />
      {entries?.length === 0 && <p>{text.ledgerNone}</p>}
      {entries && entries.length > 0 && (
        <table className={styles.ledger}>
          <thead>
            <tr>
              <th className={styles.time}>{text.at}</th>
              <th>{text.deed}</th>
              <th>{text.who}</th>
              <th>{text.why}</th>
              <th>{text.details}</th>
            </tr>
          </thead>
          <tbody>
            {entries.slice(0, limit).map((entry) => (
              <tr key={entry.id}>
                <td className={styles.time}>{formatDate(entry.at)}</td>
                <td>{text.deeds[entry.what]}</td>
                <td>
                  <bdi>{entry.who}</bdi>
                </td>
                <td>
                  <bdi>
                    {entry.what === 'clean-up' ? text.cleaned[entry.why as 'age' | 'space'] : entry.why}
                  </bdi>
                </td>
                <td>
                  <bdi>{detailOf(entry, entries, text)}</bdi>{' '}
                  {entry.what === 'consent' && !taken.has(entry.id) && (
                    <>
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        onClick={() => setAbout({ entry, what: 'addition' })}
                      >
                        {text.append}
                      </Button>
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        onClick={() => setAbout({ entry, what: 'withdrawal' })}
                      >
                        {text.withdraw}
                      </Button>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {entries && entries.length > limit && (
        <Button size="compact-sm" variant="default" onClick={() => setLimit(limit + 100)}>
          {text.more}
        </Button>
      )}
    </section>
  );
}

function detailOf(
  { what, detail = '', room, covers, since, of }: LedgerEntry,
  entries: readonly LedgerEntry[],
  text: ReturnType<typeof useText>['keep'],
): string {
  const told = (): Record<string, number & string> => {
    try {
      return JSON.parse(detail);
    } catch {
      return {};
    }
  };
  if (what === 'clean-up') {
    const { comments = 0, deeds = 0, sessions = 0 } = told();
    return text.cleanedWhat(formatCount(comments), formatCount(deeds), formatCount(sessions));
  }
  if (what === 'delete-viewer') {
    const { whom = '', comments = 0, deeds = 0 } = told();
    return text.erasedWhat(String(whom), formatCount(comments + deeds));
  }
  const earlier = entries.find(({ id }) => of !== undefined && id === of);
  return [
    room,
    covers && text.covers[covers],
    since !== undefined && formatDay(since),
    earlier && text.about(`${formatDate(earlier.at)} ${earlier.who}`),
    detail,
  ]
    .filter(Boolean)
    .join(' · ');
}
