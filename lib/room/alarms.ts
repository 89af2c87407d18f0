import { type Alarm, lapseOld, raise, settle, type Tip } from '../alarm/alarm.ts';
import { conversionTip } from '../alarm/conversion.ts';
import { advance, copyCourse, longestSilence, type Standing } from '../alarm/course.ts';
import { type Bars, barsOf, deviationsOf } from '../alarm/deviation.ts';
import { moodOf } from '../alarm/mood.ts';
import type { StockLevel } from '../alarm/stock.ts';
import { defaultWatch } from '../alarm/watch.ts';
import type { AlarmCloseEvent, CalmEvent, Watch, WatchEvent } from '../model.ts';
import { sense } from '../reply/sense.ts';
import { isWaiting } from './question.ts';
import type { RoomState } from './state.ts';

/** Somebody who said something that is counted by people. */
export interface Said {
  at: number;
  who: number;
  seq: number;
}

/** What goes wrong, and what is needed to tell. */
export interface AlarmState {
  watch: Watch;
  /** oldest first, bounded */
  list: Alarm[];
  /** at what the open bucket tips a deviation, and what would be usual */
  bars: Bars;
  /** who complained within the last minutes */
  complained: Said[];
  /** watched words, folded, and who said them within the last minutes */
  words: { text: string; letters: string; people: number; said: Said[] }[];
  /** how urgent each product's stock was last; those with plenty are left out */
  stock: Record<string, Exclude<StockLevel, 'plenty'>>;
  /** since when the room has been sour (ms epoch), and what a person holds */
  calm: { since: number | null; hold: CalmEvent['hold'] };
  /** when the page was last heard of (ms epoch) */
  heardAt: number | null;
}

/** A console says that it is there every half minute; so long without a sign it is gone (ms). */
const awaySilence = 90_000;
/** The room is calm again well below the share that made it sour. */
const calmAgain = 0.7;

export function createAlarms(): AlarmState {
  const alarms: AlarmState = {
    watch: defaultWatch,
    list: [],
    bars: {},
    complained: [],
    words: [],
    stock: {},
    calm: { since: null, hold: 'auto' },
    heardAt: null,
  };
  lookFor(alarms, defaultWatch);
  return alarms;
}

function lookFor(alarms: AlarmState, watch: Watch): void {
  const said = new Map(alarms.words.map((one) => [one.letters, one.said]));
  alarms.watch = watch;
  alarms.words = watch.words.flatMap(({ text, people }) => {
    const letters = sense(text).text;
    return letters === '' ? [] : [{ text, letters, people, said: said.get(letters) ?? [] }];
  });
}

/** Applies a person's word about alarms, in place. */
export function foldAlarms({ alarms }: RoomState, event: WatchEvent | AlarmCloseEvent | CalmEvent): void {
  if (event.kind === 'watch') lookFor(alarms, event.watch);
  else if (event.kind === 'calm') alarms.calm.hold = event.hold;
  else {
    const alarm = alarms.list.find(({ id }) => id === event.alarm);
    if (!alarm || (alarm.closed && alarm.closed.how !== 'lapsed')) return;
    alarm.takenAt ??= event.at;
    alarm.closed = { at: event.at, how: event.how, who: event.who };
  }
}

/** A plan was started because of an alarm. */
export function takeUp({ alarms }: RoomState, id: string, at: number): void {
  const alarm = alarms.list.find((one) => one.id === id);
  if (alarm) alarm.takenAt ??= at;
}

/** Raises an alarm, unless its kind is off. In place. */
export const tip = ({ alarms: { watch, list }, seq }: RoomState, one: Tip): void => {
  if (!watch.off.includes(one.kind)) raise(list, { ...one, seq: seq - 1 }, watch.coolDown * 1000);
};

/** Moves the room's time on to `now` (ms epoch), in place, and raises what time alone tips. */
export function passTime(state: RoomState, now: number): void {
  const { course, alarms } = state;
  const since = course.since;
  advance(
    course,
    now,
    () => standingOf(state),
    () => judgeBucket(state),
  );
  // by another clock nothing of before can be told
  if (course.since !== since) {
    alarms.bars = {};
    alarms.heardAt = null;
    alarms.complained = [];
    for (const word of alarms.words) word.said = [];
    return;
  }
  if (!state.live) return;
  const { heardAt } = alarms;
  if (heardAt !== null && now - heardAt > awaySilence)
    tip(state, { kind: 'capture', subject: 'silent', at: heardAt + awaySilence, risk: 3 });
}

function standingOf({ show, health, metrics, speakers }: RoomState): Standing {
  const run = show.now;
  const step = run?.endedAt === null ? run.steps.at(-1) : undefined;
  const trouble = health?.trouble ?? null;
  return {
    part: (step && run?.plan.segments[step.segment]?.part) ?? '',
    isBlind: trouble !== null && trouble !== 'paths-disagree',
    online: metrics.online ?? null,
    viewers: metrics.viewers ?? null,
    likes: metrics.likes ?? null,
    orders: metrics.orders ?? null,
    speakers: speakers.size,
  };
}

/** Ten seconds are over. */
function judgeBucket(state: RoomState): void {
  const { course, alarms, live } = state;
  const { watch, list, calm } = alarms;
  const now = course.open!.at;
  lapseOld(list, now);
  if (!live) return;
  for (const one of deviationsOf(course, watch.sigmas)) tip(state, one);
  for (const one of conversionTip(course)) tip(state, one);
  alarms.bars = barsOf(course, watch.sigmas);
  judgeWaits(state, now);
  const mood = moodOf(course);
  if (calm.since !== null && (!mood || mood.share < calmAgain * watch.negative.share)) {
    calm.since = null;
    settle(list, 'negative', now);
  }
}

/** One alarm for all that wait: a busy room has many. */
function judgeWaits(state: RoomState, now: number): void {
  const { questions, alarms } = state;
  const { seconds, people } = alarms.watch.waiting;
  let count = 0;
  let longest: { text: string; since: number; id: string } | null = null;
  for (const one of questions.values()) {
    if (!isWaiting(one) || one.handedAt !== null || one.people < people) continue;
    if (now - one.since < seconds * 1000) continue;
    count++;
    if (!longest || one.since < longest.since) longest = one;
  }
  if (!longest) {
    settle(alarms.list, 'waiting', now);
    return;
  }
  tip(state, {
    kind: 'waiting',
    subject: '',
    at: now,
    risk: 0,
    text: longest.text,
    grounds: { value: count, limit: seconds, people: questions.get(longest.id)?.people ?? 0 },
  });
}

/** Counts an answer and how long it took (ms). In place. */
export function hearAnswer({ course }: RoomState, wait: number): void {
  if (!course.open) return;
  course.open.answers++;
  course.open.waits += wait;
}

/** The alarms as they would stand at `now` (ms epoch) if nothing more were heard; the state stays as it is. */
export function alarmsAt(state: RoomState, now: number): readonly Alarm[] {
  const { clock } = state.course;
  if (clock === null || now <= clock) return state.alarms.list;
  // a longer silence would begin a new course
  const then = Math.min(now, clock + longestSilence);
  const ahead: RoomState = {
    ...state,
    course: copyCourse(state.course),
    alarms: {
      ...state.alarms,
      list: state.alarms.list.map((one) => ({ ...one, seqs: one.seqs.slice() })),
      calm: { ...state.alarms.calm },
    },
  };
  passTime(ahead, then);
  return ahead.alarms.list;
}

/** Whether replies are to calm: as the room's mood has it, unless a person holds it. */
export const isCalming = ({ alarms: { calm } }: Pick<RoomState, 'alarms'>): boolean =>
  calm.hold === 'auto' ? calm.since !== null : calm.hold === 'on';
