import { tipsAtBars } from '../alarm/deviation.ts';
import { moodOf, unusualComplaints } from '../alarm/mood.ts';
import type { Sense } from '../reply/sense.ts';
import type { Reading } from '../reply/types.ts';
import { wordsIn } from '../reply/words.ts';
import { type Said, tip } from './alarms.ts';
import type { Chorus } from './chorus.ts';
import { hearWords } from './hot.ts';
import type { RoomState } from './state.ts';

/** People are counted over so long (ms). */
const window = 5 * 60_000;
const keptSaid = 1000;
/** Fewer accounts that praise alike may have done so by chance. */
const manyAlike = 5;

/** What one viewer's comment adds: `who` is a hash. In place. */
export function hearViewer(
  state: RoomState,
  seq: number,
  { reading, sensed, who, chorus }: { reading: Reading; sensed: Sense; who: number; chorus: Chorus | null },
): void {
  const { course, alarms } = state;
  const open = course.open!;
  const now = course.clock!;
  hearWords(state.hot, wordsIn(sensed.terms, state.hot.names).all, now);
  open.comments++;
  if (reading.isQuestion) open.questions++;
  if (reading.sentiment === 'positive') open.positive++;
  for (const one of tipsAtBars(open, alarms.bars, now)) tip(state, one);
  if (reading.sentiment === 'negative') {
    open.negative++;
    hearMood(state, seq);
  }
  if (reading.intent === 'complaint') {
    open.complaints++;
    hearComplaint(state, { at: now, who, seq });
  }
  for (const word of alarms.words) {
    if (!sensed.text.includes(word.letters)) continue;
    const people = countPeople(word.said, { at: now, who, seq });
    if (people >= word.people)
      tip(state, {
        kind: 'word',
        subject: word.text,
        at: now,
        risk: 1,
        text: word.text,
        grounds: { people, limit: word.people },
        seqs: word.said.map((one) => one.seq),
      });
  }
  if (chorus && chorus.users.size >= manyAlike)
    tip(state, {
      kind: 'chorus',
      subject: '',
      at: now,
      risk: 2,
      text: chorus.text,
      grounds: { value: chorus.users.size, people: chorus.users.size },
      seqs: [seq],
    });
}

function hearMood(state: RoomState, seq: number): void {
  const { course, alarms } = state;
  const mood = moodOf(course);
  if (!mood?.isUnusual) return;
  const { share, over } = alarms.watch.negative;
  const at = course.clock!;
  const grounds = { value: mood.share, usual: mood.usual };
  if (mood.share > share) {
    alarms.calm.since ??= at;
    tip(state, {
      kind: 'negative',
      subject: 'share',
      at,
      risk: 1,
      grounds: { ...grounds, limit: share },
      seqs: [seq],
    });
  }
  if (mood.share > mood.usual + over) {
    const limit = mood.usual + over;
    tip(state, {
      kind: 'negative',
      subject: 'over',
      at,
      risk: 2,
      grounds: { ...grounds, limit },
      seqs: [seq],
    });
  }
}

function hearComplaint(state: RoomState, said: Said): void {
  const { course, alarms } = state;
  const people = countPeople(alarms.complained, said);
  const limit = alarms.watch.complaints;
  if (people < limit) return;
  const usual = unusualComplaints(course);
  if (people >= usual)
    tip(state, {
      kind: 'complaints',
      subject: 'wave',
      at: said.at,
      risk: 2,
      grounds: { people, limit: Math.max(limit, usual) },
      seqs: alarms.complained.slice(-20).map(({ seq }) => seq),
    });
}

/** Adds what was said, and tells how many people said it within the last minutes. In place. */
function countPeople(said: Said[], one: Said): number {
  said.push(one);
  const old = said.findIndex(({ at }) => one.at - at <= window);
  if (old > 0) said.splice(0, old);
  if (said.length > keptSaid) said.splice(0, said.length - keptSaid);
  return new Set(said.map(({ who }) => who)).size;
}
