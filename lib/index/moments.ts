import type { LoggedEvent } from '../model.ts';
import { readComment } from '../reply/read.ts';
import type { RoomState } from '../room/state.ts';
import { type DayMoment, dayMoment, type KnownDay, knownFrom, type ToldAlarm } from './day-moments.ts';
import type { Maker, Stretch } from './maker.ts';

/** Something to go to: what stands on the timeline besides the comments. Times in ms epoch. */
export type Moment = { seq: number; at: number } & (
  | { what: 'mark'; text: string; noted: number }
  | { what: 'fill'; text: string; isOverride: boolean }
  | { what: 'sent'; text: string }
  | { what: 'answer'; how: 'spoken' | 'handed' }
  /** our own row in the room: whoever shows it judges it, with the rules of now */
  | { what: 'said'; text: string }
  /** risky words stood in the console's box, as the rules of then had it */
  | { what: 'draft'; text: string; severity: 'S3' | 'S2' | 'S1' }
  | DayMoment
  | { what: 'gap'; from: number; to: number; lost: number; reason: string }
  | { what: 'alarm'; alarm: ToldAlarm }
  /** null: over */
  | { what: 'trouble'; trouble: string | null }
  /** null: nothing is explained any more */
  | { what: 'product'; title: string | null; number: number | null }
);

/** One minute of viewers' comments. */
export interface MomentMinute {
  /** ms epoch at which it begins */
  at: number;
  comments: number;
  positive: number;
  negative: number;
}

/** What a stretch puts on the timeline; small, for all of a session's are read at once. */
export interface Moments {
  session: string;
  /** seq of the first event */
  first: number;
  count: number;
  version: number;
  /** when the first event was seen (ms epoch) */
  from: number;
  minutes: MomentMinute[];
  moments: Moment[];
  /** questions that were opened or closed: seq, seconds since `from`, hash; closed ones as `~hash` */
  turns: Int32Array;
}

export const momentsVersion = 4;

export const momentsMaker: Maker = {
  table: 'moments',
  version: momentsVersion,
  make: (stretch): Moments => momentsOf(stretch),
};

const minute = 60_000;
const keptText = 120;
const keptWords = 5;

/** What events that no pass has folded yet put on the timeline; what became of questions is not known there. */
export function momentsOfNewest(session: string, events: readonly LoggedEvent[]): Moments {
  const [first] = events;
  const rows = events.flatMap((event) =>
    event.kind === 'comment' ? [{ ...event, reading: readComment(event.text) }] : [],
  );
  const goods = { items: [], explaining: null };
  const count = events.length;
  const state = knownFrom(events);
  return momentsOf({ session, first: first?.seq ?? 0, count, events, rows, turns: [], goods, state });
}

/** What a stretch puts on the timeline. Pure. */
export function momentsOf({
  session,
  first,
  count,
  events,
  rows,
  turns,
  goods,
  alarms = [],
  state = knownFrom(events),
}: Omit<Stretch, 'state' | 'alarms'> & Partial<Pick<Stretch, 'alarms'>> & { state?: KnownDay }): Moments {
  const minutes = new Map<number, MomentMinute>();
  for (const { seenAt, reading, anchor, backlog } of rows) {
    if (anchor || backlog) continue;
    const at = Math.floor(seenAt / minute) * minute;
    const one = minutes.get(at) ?? { at, comments: 0, positive: 0, negative: 0 };
    one.comments++;
    if (reading.sentiment !== 'neutral') one[reading.sentiment]++;
    minutes.set(at, one);
  }
  const from = events[0]?.seenAt ?? 0;
  const seenAt = new Map(events.map((event) => [event.seq, event.seenAt]));
  const moments = momentsIn(events, goods, state);
  for (const turn of turns) {
    if (turn.what === 'sent')
      moments.push({ seq: turn.seq, at: turn.at, what: 'sent', text: short(turn.text) });
  }
  for (const { seq, at, kind, subject, text, grounds } of alarms) {
    const isOfStretch = seq >= first && seq < first + count;
    if (isOfStretch)
      moments.push({ seq, at, what: 'alarm', alarm: { kind, subject, text: short(text), grounds } });
  }
  const packed = turns.flatMap((turn) => {
    if (turn.what === 'joined' || turn.what === 'sent') return [];
    const isOpened = turn.what === 'asked' || turn.what === 'again';
    const hash = hashOf(turn.question);
    const seconds = Math.max(0, Math.round(((seenAt.get(turn.seq) ?? turn.at) - from) / 1000));
    return [turn.seq, seconds, isOpened ? hash : ~hash];
  });
  return {
    session,
    first,
    count,
    version: momentsVersion,
    from,
    minutes: [...minutes.values()].sort((a, b) => a.at - b.at),
    moments: moments.sort((a, b) => a.seq - b.seq),
    turns: Int32Array.from(packed),
  };
}

function momentsIn(events: readonly LoggedEvent[], goods: RoomState['goods'], known: KnownDay): Moment[] {
  const found: Moment[] = [];
  let explaining = goods.explaining;
  let trouble: string | null | undefined;
  let risk = '';
  for (const event of events) {
    const { seq, seenAt: at } = event;
    switch (event.kind) {
      case 'comment':
        if (event.anchor) found.push({ seq, at, what: 'said', text: event.text });
        break;
      case 'mark':
        found.push({ seq: event.place, at: event.of, what: 'mark', text: event.text, noted: event.at });
        break;
      case 'fill':
        found.push({
          seq,
          at,
          what: 'fill',
          text: short(event.text),
          isOverride: event.override !== undefined,
        });
        break;
      case 'answer':
        if (event.how !== 'dismissed') found.push({ seq, at, what: 'answer', how: event.how });
        break;
      case 'gap':
        found.push({
          seq,
          at: event.from,
          what: 'gap',
          from: event.from,
          to: event.to,
          lost: event.lost,
          reason: event.reason,
        });
        break;
      case 'health':
        // the first of each stretch, too: what stood before it is not known here
        if (event.trouble !== trouble) found.push({ seq, at, what: 'trouble', trouble: event.trouble });
        trouble = event.trouble;
        break;
      case 'goods': {
        if (event.explaining !== explaining) {
          const item = event.items.find(({ id }) => id === event.explaining);
          const { title, number } = item ?? { title: event.explaining, number: undefined };
          found.push({ seq, at, what: 'product', title: title && short(title), number: number ?? null });
        }
        explaining = event.explaining;
        break;
      }
      case 'draft': {
        const severity = worst(event.findings.map((finding) => finding.severity));
        // typed on letter by letter, the same words are one moment
        const key = event.findings.map(({ canonical }) => canonical).join(' ');
        if (severity && key !== risk)
          found.push({ seq, at, what: 'draft', text: short(event.text), severity });
        risk = severity ? key : '';
        break;
      }
      default: {
        const day = dayMoment(event, known);
        if (day) found.push({ seq, at, ...shortened(day) });
      }
    }
  }
  return found;
}

const worst = (found: readonly string[]): 'S3' | 'S2' | 'S1' | null =>
  (['S3', 'S2', 'S1'] as const).find((severity) => found.includes(severity)) ?? null;

/** Texts are quoted, not kept. */
function shortened(moment: DayMoment): DayMoment {
  switch (moment.what) {
    case 'correction':
    case 'plan-step':
    case 'put-right':
      return { ...moment, text: short(moment.text) };
    case 'slip':
      return { ...moment, text: short(moment.text), words: moment.words.slice(0, keptWords) };
    case 'prompt':
      return { ...moment, asked: short(moment.asked), answer: short(moment.answer) };
    case 'alarm-end':
      return { ...moment, alarm: { ...moment.alarm, text: short(moment.alarm.text) } };
    default:
      return moment;
  }
}

const short = (text: string): string => (text.length > keptText ? `${text.slice(0, keptText - 1)}…` : text);

/** 30 bits of an id, so that its complement tells what was closed. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & 0x3fffffff;
}
