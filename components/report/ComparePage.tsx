import { Checkbox, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatCount, formatDate } from '../../lib/i18n/format.ts';
import { columnsOf, type Grouping } from '../../lib/report/compare.ts';
import { BackToSessions } from '../console/BackToSessions.tsx';
import page from '../console/page.module.css';
import { useText } from '../frame/use-text.ts';
import { Empty } from '../room/Empty.tsx';
import { useCalmSessions } from '../use-log.ts';
import { CompareTable } from './CompareTable.tsx';
import { Duel } from './Duel.tsx';
import styles from './report.module.css';
import { Section } from './Section.tsx';
import { useReports } from './use-report.ts';

const groupings: readonly Grouping[] = ['session', 'week', 'month'];
/** Chosen at first: the newest, of which there are some to compare. */
const atFirst = 4;
const none: never[] = [];

/** Sessions side by side, by themselves, by week or by month, and one script against another. */
export function ComparePage({ first }: { first: string | null }) {
  const text = useText();
  const { value } = useCalmSessions();
  const sessions = value ?? none;
  const [by, setBy] = useState<Grouping>('session');
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const picked = useMemo(() => {
    if (chosen) return sessions.filter(({ id }) => chosen.has(id));
    const asked = sessions.filter(({ id }) => id === first);
    const newest = sessions.filter(({ id, comments }) => id !== first && comments > 0);
    return [...asked, ...newest].slice(0, atFirst);
  }, [chosen, first, sessions]);
  const { reports, error } = useReports(picked);
  const columns = useMemo(() => columnsOf(reports, by), [reports, by]);
  const pickedIds = new Set(picked.map(({ id }) => id));
  const toggle = (id: string) => {
    const next = new Set(pickedIds);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <>
      <header className={`${page.head} ${styles.head}`}>
        <BackToSessions />
        <h1>{text.report.compareTitle}</h1>
        <div className={page.end}>
          <SegmentedControl
            size="xs"
            aria-label={text.report.by}
            value={by}
            onChange={(value) => setBy(value as Grouping)}
            data={groupings.map((value) => ({ value, label: text.report.grouping[value] }))}
          />
        </div>
      </header>
      <div className={styles.body}>
        <details className={styles.pick} open={picked.length < 2}>
          <summary>
            {text.report.comparePick} · {text.report.sessions(formatCount(picked.length))}
          </summary>
          <p className={styles.hint}>{text.report.compareHint}</p>
          <div className={styles.sessions}>
            {sessions.map((session) => (
              <Checkbox
                key={session.id}
                size="xs"
                checked={pickedIds.has(session.id)}
                onChange={() => toggle(session.id)}
                label={`${formatDate(session.startedAt)} · ${text.platforms[session.platform]} · ${session.title || text.sessions.untitled} · ${formatCount(session.comments)}`}
              />
            ))}
          </div>
        </details>
        {error != null && <p role="alert">{text.report.failed}</p>}
        {reports.length < picked.length && (
          <p role="status">{text.report.working(formatCount(reports.length), formatCount(picked.length))}</p>
        )}
        {columns.length < 2 ? (
          <Empty title={text.report.compareFew} />
        ) : (
          <>
            <Section title={text.report.compareTitle}>
              <CompareTable columns={columns} by={by} titles={titlesOf(sessions)} />
            </Section>
            <Section title={text.report.duel} hint={text.report.duelHint}>
              <Duel reports={reports} />
            </Section>
          </>
        )}
      </div>
    </>
  );
}

const titlesOf = (sessions: readonly { id: string; title: string }[]): ReadonlyMap<string, string> =>
  new Map(sessions.map(({ id, title }) => [id, title]));
