import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { formatDate } from '../../lib/i18n/format.ts';
import type { Session } from '../../lib/model.ts';
import { BackToSessions } from '../console/BackToSessions.tsx';
import page from '../console/page.module.css';
import { addressOf } from '../console/use-route.ts';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { useText } from '../frame/use-text.ts';
import { ModeratorDesk } from '../moderate/ModeratorDesk.tsx';
import { Empty } from '../room/Empty.tsx';
import { JudgingContext } from '../room/use-judge.ts';
import { GoneLine } from '../storage/GoneLine.tsx';
import { useChecker } from '../use-checker.ts';
import { EngineContext, useEngine } from '../use-engine.ts';
import { useReplay, useSessions } from '../use-log.ts';
import { ReplayRoom } from './ReplayRoom.tsx';
import styles from './replay.module.css';

/** A broadcast as it was, through the components that showed it live; `at` is the seq of an event to open at. */
export function ReplayPage({ id, at }: { id: string; at: number | null }) {
  const text = useText();
  const { value: sessions } = useSessions();
  const session = sessions?.find((one) => one.id === id);
  if (sessions && !session) return <Empty title={text.replay.gone} />;
  return session ? <Replayed session={session} at={at} /> : <Empty title={text.common.loading} />;
}

function Replayed({ session, at }: { session: Session; at: number | null }) {
  const text = useText();
  // with the event itself
  const place = at === null ? null : at + 1;
  const replay = useReplay(session.id, place);
  const engine = useEngine(replay !== null);
  const { checker, judging } = useChecker(engine, session);
  const isWide = useMediaQuery('(min-width: 1100px)', true);

  const shown = useRef(place);
  useEffect(() => {
    if (replay && place !== null && place !== shown.current) replay.seekSeq(place);
    shown.current = place;
  }, [replay, place]);
  return (
    <EngineContext value={engine}>
      <ModeratorDesk session={session}>
        <header className={page.head}>
          <BackToSessions />
          <h1 className={page.title}>
            <bdi>{session.title || text.sessions.untitled}</bdi>
          </h1>
          <span className={`${page.aside} ${styles.about}`}>
            {text.platforms[session.platform]} · {formatDate(session.startedAt)}
          </span>
          <div className={page.end}>
            <Button size="xs" variant="default" component="a" href={addressOf('report', session.id)}>
              {text.report.title}
            </Button>
            <ExportMenu session={session} />
          </div>
        </header>
        <GoneLine session={session} />
        {replay ? (
          <JudgingContext value={judging}>
            <ReplayRoom session={session} replay={replay} isWide={isWide} checker={checker} />
          </JudgingContext>
        ) : (
          <Empty title={text.common.loading} />
        )}
      </ModeratorDesk>
    </EngineContext>
  );
}
