import type { AlarmEnd, AlarmKind } from '../model.ts';

/** What an alarm rests on; which of them there are depends on its kind. */
interface Grounds {
  value?: number;
  /** the value that is usual here */
  usual?: number;
  /** what it was held against */
  limit?: number;
  /** distinct people */
  people?: number;
}

/** Something to be looked at. Times are ms epoch. */
export interface Alarm {
  /** the same whenever and wherever it is worked out from the same log */
  id: string;
  kind: AlarmKind;
  /** seq of the event with which it was raised */
  seq: number;
  /** which figure, word, product or trouble; '' where there is only one */
  subject: string;
  /** when it tipped */
  at: number;
  /** 0 is a hitch, 5 ends the broadcast */
  risk: number;
  /** the words it is about; may be empty */
  text: string;
  grounds: Grounds;
  /** the first comments that show it */
  seqs: number[];
  /** when it was last so */
  lastAt: number;
  /** when a person began to do something about it: started a plan, or closed it */
  takenAt: number | null;
  closed: { at: number; how: AlarmEnd | 'over' | 'lapsed'; who: string } | null;
}

/** What tips an alarm. */
export type Tip = Pick<Alarm, 'kind' | 'subject' | 'at' | 'risk'> &
  Partial<Pick<Alarm, 'text' | 'grounds' | 'seqs'>>;

const keptAlarms = 300;
const keptSeqs = 20;
/** An alarm that nobody closed and that did not show again (ms). */
const lapse = 10 * 60_000;

/** Raises an alarm, or strengthens the one that is open; within `coolDown` ms of its last sign it stays quiet. */
export function raise(alarms: Alarm[], tip: Tip & Pick<Alarm, 'seq'>, coolDown: number): void {
  const { seq: raisedBy, kind, subject, at, risk, text = '', grounds = {}, seqs = [] } = tip;
  const before = alarms.findLast((one) => one.kind === kind && one.subject === subject);
  if (before && (!before.closed || at - before.lastAt < coolDown)) {
    before.lastAt = Math.max(before.lastAt, at);
    if (before.closed) return;
    before.risk = Math.max(before.risk, risk);
    if (Math.abs(grounds.value ?? 0) > Math.abs(before.grounds.value ?? 0)) before.grounds = grounds;
    for (const seq of seqs)
      if (before.seqs.length < keptSeqs && !before.seqs.includes(seq)) before.seqs.push(seq);
    return;
  }
  alarms.push({
    id: `${kind}:${subject}:${at}`.slice(0, 128),
    seq: raisedBy,
    kind,
    subject,
    at,
    risk,
    text,
    grounds,
    seqs: seqs.slice(0, keptSeqs),
    lastAt: at,
    takenAt: null,
    closed: null,
  });
  if (alarms.length > 2 * keptAlarms) alarms.splice(0, alarms.length - keptAlarms);
}

/** What an alarm told of is over by itself: closes the open ones of that kind, or of one subject. */
export function settle(alarms: readonly Alarm[], kind: AlarmKind, at: number, subject?: string): void {
  for (const one of alarms)
    if (!one.closed && one.kind === kind && (subject === undefined || one.subject === subject))
      one.closed = { at, how: 'over', who: '' };
}

/** Closes what nobody closed and what did not show again for ten minutes; what lasts until it is mended stays. */
export function lapseOld(alarms: readonly Alarm[], now: number): void {
  for (const one of alarms)
    if (!one.closed && one.kind !== 'capture' && one.kind !== 'stock' && now - one.lastAt > lapse)
      one.closed = { at: now, how: 'lapsed', who: '' };
}

/** Those that a stretch of events raised or changed: from seq `first` on, seen from `from` on (ms epoch). */
export const alarmsIn = (alarms: readonly Alarm[], first: number, from: number): Alarm[] =>
  alarms.filter(
    ({ seq, lastAt, takenAt, closed }) =>
      seq >= first || lastAt >= from || (takenAt ?? 0) >= from || (closed?.at ?? 0) >= from,
  );

/** The open ones: riskiest first, of those the newest. */
export const openAlarms = (alarms: readonly Alarm[]): Alarm[] =>
  alarms.filter(({ closed }) => !closed).sort((a, b) => b.risk - a.risk || b.at - a.at);
