import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Alarm } from '../../lib/alarm/alarm.ts';
import { planFor } from '../../lib/alarm/fitting.ts';
import { formatCount } from '../../lib/i18n/format.ts';
import { send } from '../../lib/messages.ts';
import { addressOf } from '../console/use-route.ts';
import { AlarmStrip } from '../day/alarm/AlarmStrip.tsx';
import { useAlarmWatch } from '../day/alarm/use-alarm-watch.ts';
import { DayLine } from '../day/DayLine.tsx';
import { useAfterPaint } from '../frame/after-paint.ts';
import { Confirm } from '../frame/Confirm.tsx';
import { later } from '../frame/later.tsx';
import { useText } from '../frame/use-text.ts';
import { ModeratorDesk } from '../moderate/ModeratorDesk.tsx';
import { openPrompter } from '../prompter/open-prompter.ts';
import { ReportOffer } from '../report/ReportOffer.tsx';
import { Announcer } from '../room/Announcer.tsx';
import { ClockContext, createTicker } from '../room/clock.ts';
import { Live, RoomContext } from '../room/Live.tsx';
import { PlaceContext } from '../room/place.ts';
import { RoomHead } from '../room/RoomHead.tsx';
import { RoomTabs } from '../room/RoomTabs.tsx';
import { useActs } from '../room/use-acts.ts';
import { JudgingContext } from '../room/use-judge.ts';
import { useSweep } from '../rules/use-sweep.ts';
import { useDoing } from '../store.ts';
import { useChecker } from '../use-checker.ts';
import { EngineContext, useEngine } from '../use-engine.ts';
import { useCalmSessions, useOf, useRoom } from '../use-log.ts';
import { KeySheet } from './KeySheet.tsx';
import { PanelFoot } from './PanelFoot.tsx';
import { PanelMenu } from './PanelMenu.tsx';
import styles from './panel.module.css';
import { isRunning, pickSession } from './pick-session.ts';
import { StorageTrouble } from './StorageTrouble.tsx';
import { useAhead } from './use-ahead.ts';
import { useAnswering } from './use-answering.ts';
import { useDrafts } from './use-drafts.ts';
import { useFrontTab } from './use-front-tab.ts';
import { useLogTrouble } from './use-log-trouble.ts';
import { useRoomActions } from './use-room-actions.ts';
import { useRoomShop } from './use-room-shop.ts';
import { useShelf } from './use-shelf.ts';
import { useSuggest } from './use-suggest.ts';
import { Welcome } from './Welcome.tsx';

const Rewind = later(() => import('./Rewind.tsx').then((loaded) => loaded.Rewind));
const Upkeep = later(() => import('../Upkeep.tsx').then((loaded) => loaded.Upkeep));

const none: never[] = [];

/** The co-pilot beside the broadcaster's console: the room of the tab in front. */
export function Panel({ onConsole }: { onConsole(address?: string): void }) {
  const text = useText();
  const { value, error } = useCalmSessions();
  const sessions = value ?? none;
  const chosen = useDoing((doing) => doing.session);
  const set = useDoing((doing) => doing.set);
  const tab = useFrontTab();
  const now = Date.now();
  const session = pickSession(sessions, { chosen, tab, now });
  const others = sessions.filter((one) => one.id !== session?.id && isRunning(one, now));

  const room = useRoom(session?.id ?? null);
  const isComplete = useOf(room, (view) => view.isComplete);
  const unreadable = useOf(room, (view) => view.unreadable) ?? 0;
  const roomError = useOf(room, (view) => view.error);
  const openScripts = useCallback(() => onConsole(addressOf('scripts')), [onConsole]);
  const isDrawn = useAfterPaint(useOf(room, (view) => view.version > 0) ?? (value !== undefined && !session));
  // another room has to be drawn first, too, and does not stop it
  const wasDrawn = useRef(false);
  wasDrawn.current ||= isDrawn;
  useSweep(wasDrawn.current);
  const engine = useEngine(isDrawn);
  const { checker, judging } = useChecker(engine, session);
  const { shelf, read } = useShelf(isDrawn);
  const shop = useRoomShop(shelf, openScripts);
  const platform = session?.platform ?? null;
  useAhead(room, read === 'done' ? shelf : null, engine);
  const { suggest, groundsOf } = useSuggest({ engine, checker, platform, room, shelf });
  const { actions, unwritten } = useRoomActions(session, engine, checker);
  const openPlan = useCallback(
    (alarm: Alarm) => set({ view: 'day', plan: { id: planFor(alarm), alarm: alarm.id } }),
    [set],
  );
  const deeds = useAlarmWatch({ session, room, checker, actions, onPlan: openPlan });
  const drafts = useDrafts({ session, room, engine, checker, groundsOf, actions });
  const trouble = useLogTrouble(Math.max(0, ...sessions.map((one) => one.lastAt)));
  const isAnswering = useAnswering(session?.id ?? null, session?.tabId ?? null, session?.frameId ?? 0);
  const clock = useMemo(() => createTicker(), []);
  const id = session?.id;
  const place = useMemo(() => (id && platform ? { session: id, platform } : null), [id, platform]);
  /** the first seq that was not shown when somebody began to look back; null while it is live */
  const [rewound, setRewound] = useState<number | null>(null);
  const [sheet, setSheet] = useState<'keys' | 'end' | null>(null);
  const close = () => setSheet(null);

  // in front of another console its room is wanted, whatever was chosen before
  useEffect(() => {
    if (sessions.some((one) => one.tabId === tab && one.endedAt === null)) set({ session: null });
  }, [tab]);
  // what was chosen in the last room means nothing in this one
  useEffect(() => {
    set({ question: null, choice: 0, own: '', from: null });
    setRewound(null);
  }, [session?.id]);
  useActs({ sheet: () => setSheet('keys') });

  const end = async () => {
    if (!session) return null;
    const done = await send('ui-bg:end', { session: session.id }).catch(() => null);
    return done?.ok ? null : text.head.endFailed;
  };
  return (
    <ClockContext value={clock}>
      <RoomContext value={room}>
        <PlaceContext value={place}>
          <EngineContext value={engine}>
            <JudgingContext value={judging}>
              <ModeratorDesk session={session}>
                <main className={styles.panel}>
                  <header className={styles.top}>
                    {session && room && (
                      <RoomHead
                        session={session}
                        others={others}
                        isAnswering={isAnswering}
                        onPick={(picked) => set({ session: picked })}
                        onConsole={onConsole}
                      />
                    )}
                    <div className={styles.menu}>
                      <PanelMenu
                        onConsole={() => onConsole()}
                        onKeys={() => setSheet('keys')}
                        onPrompter={() => void openPrompter(session?.id ?? null)}
                        onEnd={session?.endedAt === null ? () => setSheet('end') : undefined}
                      />
                    </div>
                  </header>
                  {trouble && <StorageTrouble trouble={trouble} />}
                  {!trouble && (error ?? roomError) != null && (
                    <StorageTrouble trouble={{ reason: 'database-blocked', at: now }} />
                  )}
                  {wasDrawn.current && <Upkeep onStorage={() => onConsole(addressOf('storage'))} />}
                  {session && session.endedAt !== null && (
                    <ReportOffer session={session} onOpen={onConsole} />
                  )}
                  {unwritten > 0 && <p className={styles.loading}>{text.replies.notLogged}</p>}
                  {session && room && !isComplete && <p className={styles.loading}>{text.common.loading}</p>}
                  {unreadable > 0 && (
                    <p className={styles.loading}>{text.capture.unreadable(formatCount(unreadable))}</p>
                  )}
                  {!session && <Welcome onHistory={() => onConsole()} />}
                  {session && rewound !== null && (
                    <Rewind
                      session={session}
                      from={rewound}
                      checker={checker}
                      onLive={() => setRewound(null)}
                    />
                  )}
                  {session && room && rewound === null && (
                    <>
                      <AlarmStrip deeds={deeds} />
                      <Live>
                        {(state) => (
                          <DayLine state={state} actions={session.endedAt === null ? actions : null} />
                        )}
                      </Live>
                      <RoomTabs
                        checker={checker}
                        suggest={suggest}
                        read={read}
                        drafts={session.endedAt === null ? drafts : null}
                        shop={shop}
                        actions={session.endedAt === null ? actions : null}
                      />
                      <Live>{(state, version) => <Announcer state={state} version={version} />}</Live>
                      <PanelFoot
                        session={session}
                        room={room}
                        onRewind={() => setRewound(room.view().state.seq)}
                        onConsole={onConsole}
                      />
                    </>
                  )}
                  <KeySheet isOpen={sheet === 'keys'} onClose={close} />
                  <Confirm
                    isOpen={sheet === 'end'}
                    title={text.head.endTitle}
                    yes={text.head.end}
                    onYes={end}
                    onClose={close}
                  >
                    <p>{text.head.endText}</p>
                    <p>{text.head.endAgain}</p>
                  </Confirm>
                </main>
              </ModeratorDesk>
            </JudgingContext>
          </EngineContext>
        </PlaceContext>
      </RoomContext>
    </ClockContext>
  );
}
