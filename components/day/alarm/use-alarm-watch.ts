import { useEffect, useMemo, useRef } from 'react';
import { isSameWatch } from '../../../lib/alarm/watch.ts';
import type { Checker } from '../../../lib/compliance/types.ts';
import { readWatch } from '../../../lib/log/watch.ts';
import type { Session } from '../../../lib/model.ts';
import type { LiveRoom } from '../../../lib/view/live.ts';
import { usePreferences } from '../../frame/use-preferences.ts';
import type { RoomActions } from '../../room/actions.ts';
import { useOf, useWatch } from '../../use-log.ts';
import type { AlarmDeeds } from './deeds.ts';

interface Options {
  session: Session | null;
  room: LiveRoom | null;
  checker: Checker | null;
  actions: RoomActions | null;
  onPlan?: AlarmDeeds['plan'];
}

/** Tells the room that runs what its alarms go by and what its own words hold; gives what a person can do. */
export function useAlarmWatch(options: Options): AlarmDeeds | null {
  const { session, room, checker, actions, onPlan } = options;
  const [{ name }] = usePreferences();
  const isComplete = useOf(room, (view) => view.isComplete) ?? false;
  const isRunning = session !== null && session.endedAt === null;
  const wanted = useWatch(readWatch, isSameWatch).value;

  useEffect(() => {
    if (!isRunning || !isComplete || !room || !actions || !wanted) return;
    if (!isSameWatch(room.view().state.alarms.watch, wanted))
      actions.record({ kind: 'watch', watch: wanted });
  }, [isRunning, isComplete, room, actions, wanted]);
  useJudging(isRunning && isComplete ? room : null, { checker, actions });

  return useMemo(
    () =>
      actions && isRunning
        ? {
            close: (alarm, how) => actions.record({ kind: 'alarm-close', alarm, how, who: name }),
            calm: (hold) => actions.record({ kind: 'calm', hold }),
            plan: onPlan,
          }
        : null,
    [actions, isRunning, name, onPlan],
  );
}

/** Our own rows are judged as they are heard, and what was found goes into the log. */
function useJudging(room: LiveRoom | null, { checker, actions }: Pick<Options, 'checker' | 'actions'>): void {
  /** what was said before somebody looked is the report's */
  const done = useRef<{ room: LiveRoom; seq: number } | null>(null);
  useEffect(() => {
    if (!room || !checker || !actions) return;
    if (done.current?.room !== room) done.current = { room, seq: room.view().state.seq };
    const look = () => {
      const { said } = room.view().state;
      const fresh = said.slice(said.findLastIndex(({ seq }) => seq < done.current!.seq) + 1);
      for (const one of fresh) {
        const findings = checker
          .check(one.text, { channel: 'public_reply' })
          .filter(({ severity }) => severity !== 'S0');
        if (findings.length === 0) continue;
        const { seq, text } = one;
        actions.record({
          kind: 'judged',
          of: seq,
          text,
          findings: findings.slice(0, 50),
          rules: checker.version,
        });
      }
      done.current = { room, seq: Math.max(done.current!.seq, (said.at(-1)?.seq ?? -1) + 1) };
    };
    return room.subscribe(look);
  }, [room, checker, actions]);
}
