import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useLayoutEffect, useMemo } from 'react';
import { formatDate } from '../../lib/i18n/format.ts';
import type { Session } from '../../lib/model.ts';
import type { RoomState } from '../../lib/room/state.ts';
import page from '../console/page.module.css';
import { addressOf } from '../console/use-route.ts';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import type { Asked, Suggestion } from '../room/actions.ts';
import { ClockContext } from '../room/clock.ts';
import { Empty } from '../room/Empty.tsx';
import { Figures } from '../room/Figures.tsx';
import { Live, RoomContext } from '../room/Live.tsx';
import { type RoomProps, RoomTabs } from '../room/RoomTabs.tsx';
import { useDoing } from '../store.ts';
import { useChecker } from '../use-checker.ts';
import { EngineContext, useEngine } from '../use-engine.ts';
import { useReplay, useSessions } from '../use-log.ts';
import { createHandClock } from './hand-clock.ts';
import { RoomColumns } from './RoomColumns.tsx';
import styles from './replay.module.css';
import { Transport } from './Transport.tsx';

/** A broadcast as it was, through the components that showed it live. */
export function ReplayPage({ id }: { id: string }) {
  const text = useText();
  const { value: sessions } = useSessions();
  const session = sessions?.find((one) => one.id === id);
  if (sessions && !session) return <Empty title={text.replay.gone} />;
  return session ? <Replay session={session} /> : <Empty title={text.common.loading} />;
}

function Replay({ session }: { session: Session }) {
  const text = useText();
  const opened = useReplay(session.id);
  const engine = useEngine();
  const { checker, judge } = useChecker(engine, session);
  const isWide = useMediaQuery('(min-width: 1100px)', true);
  const clock = useMemo(createHandClock, []);
  const set = useDoing((doing) => doing.set);
  const view = opened?.view;

  useEffect(() => set({ question: null, choice: 0, own: '', from: null }), [set]);
  // before the picture, or a wait would be counted from the last position
  useLayoutEffect(() => {
    if (view) clock.set(view.start + view.position);
  }, [clock, view]);

  const state = view?.state;
  const suggest = useMemo(() => suggestedThen(state), [state]);
  const room: RoomProps = { checker, judge, suggest, actions: null };
  return (
    <ClockContext value={clock}>
      <EngineContext value={engine}>
        <header className={page.head}>
          <a
            className={styles.back}
            href={addressOf('sessions')}
            aria-label={text.sessions.back}
            title={text.sessions.back}
          >
            <Icon name="left" size={16} />
          </a>
          <h1 className={styles.title}>
            <bdi>{session.title || text.sessions.untitled}</bdi>
          </h1>
          <span className={page.aside}>
            {text.platforms[session.platform]} · {formatDate(session.startedAt)}
          </span>
          <div className={page.end}>
            <ExportMenu session={session} />
          </div>
        </header>
        {!opened ? (
          <Empty title={text.common.loading} />
        ) : (
          <RoomContext value={opened.replay}>
            <Live>{(now) => <Figures state={now} />}</Live>
            {opened.view.error != null && <p role="alert">{text.replay.failed}</p>}
            {isWide ? <RoomColumns {...room} /> : <RoomTabs {...room} />}
            <Transport replay={opened.replay} view={opened.view} />
          </RoomContext>
        )}
      </EngineContext>
    </ClockContext>
  );
}

/** What was suggested for a question up to the shown moment, as the log has it. */
const suggestedThen =
  (state: RoomState | undefined) =>
  (question: Asked): readonly Suggestion[] => {
    const act = state?.acts.findLast((one) => one.kind === 'suggestion' && one.question === question.id);
    return act?.kind === 'suggestion' ? act.replies : [];
  };
