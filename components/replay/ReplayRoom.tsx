import { memo, useEffect, useMemo, useSyncExternalStore } from 'react';
import { formatShare } from '../../lib/i18n/format.ts';
import type { Session } from '../../lib/model.ts';
import type { RoomState } from '../../lib/room/state.ts';
import type { Replay } from '../../lib/view/replay.ts';
import { AlarmStrip } from '../day/alarm/AlarmStrip.tsx';
import { useText } from '../frame/use-text.ts';
import { wish } from '../indexing/wishes.ts';
import { useRecorder } from '../panel/use-recorder.ts';
import type { Asked, Suggestion } from '../room/actions.ts';
import { ClockContext } from '../room/clock.ts';
import { Figures } from '../room/Figures.tsx';
import { Live, RoomContext } from '../room/Live.tsx';
import { PlaceContext } from '../room/place.ts';
import { type RoomProps, RoomTabs } from '../room/RoomTabs.tsx';
import { useJudge } from '../room/use-judge.ts';
import { useDoing } from '../store.ts';
import { Jumps } from './Jumps.tsx';
import { stopsOf } from './moments.ts';
import { NoteForm } from './NoteForm.tsx';
import { RoomColumns } from './RoomColumns.tsx';
import styles from './replay.module.css';
import { replayClock } from './replay-clock.ts';
import { Timeline } from './Timeline.tsx';
import { Transport } from './Transport.tsx';
import { useOutline } from './use-outline.ts';

interface Props extends Pick<RoomProps, 'checker'> {
  session: Session;
  replay: Replay;
  isWide: boolean;
}

/** A room as it was, and the way through its time; drawn again by itself, not with the page around it. */
export const ReplayRoom = memo(function ReplayRoom({ session, replay, isWide, checker }: Props) {
  const text = useText();
  const view = useSyncExternalStore(replay.subscribe, replay.view);
  const clock = useMemo(() => replayClock(replay), [replay]);
  const set = useDoing((doing) => doing.set);
  const { outline, done, all } = useOutline(session.id);
  const { recorder, unwritten } = useRecorder(session.id);
  const judge = useJudge();
  const stops = useMemo(() => stopsOf(outline, judge), [outline, judge]);

  useEffect(() => set({ question: null, choice: 0, own: '', from: null }), [set]);
  useEffect(() => wish(session.id), [session.id]);

  const { state } = view;
  const place = useMemo(
    () => ({ session: session.id, platform: session.platform }),
    [session.id, session.platform],
  );
  const suggest = useMemo(() => suggestedThen(state), [state]);
  const room: RoomProps = { checker, suggest, actions: null };
  const isBehind = all - done > 3000;
  return (
    <ClockContext value={clock}>
      <PlaceContext value={place}>
        <RoomContext value={replay}>
          <div
            className={styles.room}
            data-seq={view.isSeeking ? undefined : state.seq}
            data-exact={view.isExact}
          >
            <div className={styles.figures} data-rough={!view.isExact}>
              <Live>{(now) => <Figures state={now} />}</Live>
            </div>
            {!view.isExact && (
              <p className={styles.rough} role="status">
                {text.timeline.rough}
              </p>
            )}
            <AlarmStrip deeds={null} />
            {view.error != null && <p role="alert">{text.replay.failed}</p>}
            {isWide ? <RoomColumns {...room} /> : <RoomTabs {...room} />}
          </div>
          <footer className={styles.foot}>
            <Timeline
              outline={outline}
              stops={stops}
              start={view.start}
              duration={view.duration}
              position={view.position}
              onSeek={replay.seek}
            />
            {isBehind && (
              <p className={styles.rough} role="status">
                {text.timeline.indexing(formatShare(Math.min(1, done / all)))}
              </p>
            )}
            <Jumps stops={stops} seq={state.seq} onJump={({ seq }) => replay.seekSeq(seq)} />
            <Transport replay={replay} view={view}>
              <NoteForm
                placeNow={() => ({ of: view.start + Math.round(view.position), place: view.state.seq })}
                onNote={(note) => recorder?.record({ kind: 'mark', ...stamp(), ...note })}
              />
            </Transport>
            {unwritten > 0 && <p className={styles.rough}>{text.replies.notLogged}</p>}
          </footer>
        </RoomContext>
      </PlaceContext>
    </ClockContext>
  );
});

const stamp = () => ({ at: Date.now(), seenAt: Date.now() });

/** What was suggested for a question up to the shown moment, as the log has it. */
const suggestedThen =
  (state: RoomState) =>
  (question: Asked): readonly Suggestion[] => {
    const act = state.acts.findLast((one) => one.kind === 'suggestion' && one.question === question.id);
    return act?.kind === 'suggestion' ? act.replies : [];
  };
