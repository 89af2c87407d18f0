import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Alarm } from '../../../lib/alarm/alarm.ts';
import { planFor } from '../../../lib/alarm/fitting.ts';
import { complaintsOf } from '../../../lib/alarm/mood.ts';
import { riskOf } from '../../../lib/alarm/risk.ts';
import { formatClock, formatCount } from '../../../lib/i18n/format.ts';
import { tellAlarm } from '../../../lib/i18n/tell-alarm.ts';
import { isCalming } from '../../../lib/room/alarms.ts';
import type { RoomState } from '../../../lib/room/state.ts';
import { useText } from '../../frame/use-text.ts';
import { useActs } from '../../room/use-acts.ts';
import { Ticking } from '../Ticking.tsx';
import { AlarmRow } from './AlarmRow.tsx';
import { AlarmSheet } from './AlarmSheet.tsx';
import styles from './alarm.module.css';
import type { AlarmDeeds } from './deeds.ts';
import { alarmsNow } from './use-alarms.ts';

/** What is wrong, always in the same line: nothing below moves when something comes. No deeds in a replay. */
export function AlarmStrip({ deeds }: { deeds: AlarmDeeds | null }) {
  return (
    <Ticking urgent={alarmsKey}>{(state, now) => <Strip state={state} now={now} deeds={deeds} />}</Ticking>
  );
}

/** Changes with every alarm that is raised or closed, and with the mood. */
const alarmsKey = ({ alarms: { list, calm } }: RoomState): string =>
  `${list.at(-1)?.id} ${list.filter(({ closed }) => !closed).length} ${calm.since} ${calm.hold}`;

function Strip({ state, now, deeds }: { state: RoomState; now: number; deeds: AlarmDeeds | null }) {
  const text = useText();
  const words = text.alarm;
  const [isOpen, setOpen] = useState(false);
  const [isHeld, setHeld] = useState(false);
  const held = useRef<Alarm | null>(null);
  const open = alarmsNow(state, now);
  // who is about to press means the one they read
  const kept = isHeld ? open.find(({ id }) => id === held.current?.id) : undefined;
  const first = kept ?? open[0] ?? null;
  held.current = first;
  const risk = riskOf(
    open,
    state.plans.runs.filter(({ closed, isDrill }) => !closed && !isDrill).map(({ plan }) => plan),
    complaintsOf(state.course),
  );
  const told = first && tellAlarm(first, text);
  useActs({ alarm: () => setOpen(true) });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only holds still while somebody points at it
    <div
      className={styles.strip}
      data-risk={risk}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles.risk} title={text.plans.risks[risk]}>
        {words.risk(risk)}
      </span>
      <button
        type="button"
        className={styles.line}
        aria-haspopup="dialog"
        title={told ? `${told.what} · ${told.why}` : words.openHint}
        onClick={() => setOpen(true)}
      >
        {told ? (
          <>
            <b>{told.what}</b> {told.why}
          </>
        ) : isCalming(state) ? (
          words.calmingShort
        ) : (
          words.none
        )}
      </button>
      {open.length > 1 && <span className={styles.more}>{words.more(formatCount(open.length - 1))}</span>}
      {first && deeds?.plan && planFor(first) !== null && (
        <Button size="compact-xs" title={words.planHint} onClick={() => deeds.plan?.(first)}>
          {words.planShort}
        </Button>
      )}
      {first && deeds && (
        <Button
          size="compact-xs"
          variant="default"
          title={words.handledHint}
          onClick={() => deeds.close(first.id, 'handled')}
        >
          {words.handled}
        </Button>
      )}
      <output className={styles.said}>{told ? `${formatClock(first!.at)} ${told.what}` : ''}</output>
      <AlarmSheet isOpen={isOpen} onClose={() => setOpen(false)} state={state} deeds={deeds}>
        {open.map((alarm) => (
          <AlarmRow key={alarm.id} alarm={alarm} deeds={deeds} onDone={() => setOpen(false)} />
        ))}
      </AlarmSheet>
    </div>
  );
}
