import { Button, Progress } from '@mantine/core';
import { useEffect } from 'react';
import { formatCount, formatDate } from '../../lib/i18n/format.ts';
import { tellAlarms, tellPrompts, tellSlips, tellTools } from '../../lib/i18n/tell-report.ts';
import type { Session } from '../../lib/model.ts';
import { BackToSessions } from '../console/BackToSessions.tsx';
import page from '../console/page.module.css';
import { addressOf } from '../console/use-route.ts';
import { useText } from '../frame/use-text.ts';
import { wish } from '../indexing/wishes.ts';
import { Empty } from '../room/Empty.tsx';
import { GoneLine } from '../storage/GoneLine.tsx';
import { EngineContext, useEngine } from '../use-engine.ts';
import { useCalmSessions } from '../use-log.ts';
import { Advice } from './Advice.tsx';
import { Charts } from './Charts.tsx';
import { Findings } from './Findings.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import { Intents, Levels, Overrides, Products, Questions, Replies } from './Lists.tsx';
import { Plans } from './Plans.tsx';
import styles from './report.module.css';
import { Section } from './Section.tsx';
import { ShowRuns } from './ShowRuns.tsx';
import { ToldTable } from './ToldTable.tsx';
import { Unseen } from './Unseen.tsx';
import { useReport } from './use-report.ts';
import { Words } from './Words.tsx';

/** A page tells of itself on after the end: nobody waits for so few events. */
const tail = 100;

/** What a broadcast was, in figures, and what to do better next time. */
export function ReportPage({ id }: { id: string }) {
  const text = useText();
  const { value: sessions } = useCalmSessions();
  const session = sessions?.find((one) => one.id === id);
  if (sessions && !session) return <Empty title={text.replay.gone} />;
  return session ? <Made session={session} /> : <Empty title={text.common.loading} />;
}

function Made({ session }: { session: Session }) {
  const text = useText();
  const engine = useEngine();
  const { report, error } = useReport(session);
  useEffect(() => wish(session.id), [session.id]);
  const title = session.title || text.sessions.untitled;
  const pending = report?.unseen.pending ?? session.events;
  const isRunning = session.endedAt === null && session.tabId !== null;
  return (
    <EngineContext value={engine}>
      <header className={`${page.head} ${styles.head}`}>
        <BackToSessions />
        <h1 className={page.title}>
          {text.report.title} <bdi>{title}</bdi>
        </h1>
        <span className={page.aside}>
          {text.platforms[session.platform]} · {formatDate(session.startedAt)}
        </span>
        <div className={page.end}>
          <Button size="xs" variant="default" component="a" href={addressOf('sessions', session.id)}>
            {text.report.toReplay}
          </Button>
          <Button
            size="xs"
            variant="default"
            component="a"
            href={addressOf('compare', undefined, { with: session.id })}
          >
            {text.report.compare}
          </Button>
          <Button size="xs" variant="default" disabled={!report} onClick={() => window.print()}>
            {text.report.print}
          </Button>
        </div>
      </header>
      <GoneLine session={session} />
      <div className={styles.body}>
        {error != null && <p role="alert">{text.report.failed}</p>}
        {isRunning && <p className={styles.hint}>{text.report.soFar}</p>}
        {pending > tail && !isRunning && (
          <div className={styles.working} role="status">
            <p>
              {text.report.working(formatCount(session.events - pending), formatCount(session.events))}
              <span className={styles.hint}> {text.report.workingHint}</span>
            </p>
            <Progress
              size="sm"
              value={(100 * (session.events - pending)) / Math.max(1, session.events)}
              aria-label={text.report.title}
            />
          </div>
        )}
        {report && (report.comments > 0 || report.own > 0) && (
          <div className={styles.report}>
            <KeyFigures report={report} />
            <Advice report={report} />
            <Charts report={report} />
            <ShowRuns report={report} />
            <ToldTable told={tellAlarms(report, text)} session={session.id} />
            <Plans report={report} />
            {[tellSlips(report, text), tellPrompts(report, text), tellTools(report, text)].map(
              (told) =>
                told.rows.length > 0 && <ToldTable key={told.title} told={told} session={session.id} />,
            )}
            <Levels report={report} />
            <Intents report={report} />
            <Section title={text.report.words} hint={text.report.wordsHint}>
              <Words words={report.words} />
            </Section>
            <Unseen report={report} />
            <Products report={report} />
            <Questions report={report} />
            <Replies report={report} />
            <Findings report={report} />
            <Overrides report={report} />
          </div>
        )}
        {report && pending <= tail && report.comments === 0 && report.own === 0 && (
          <Empty title={text.report.empty} />
        )}
      </div>
    </EngineContext>
  );
}
