import type { Intent, Objection, Reading } from '../reply/types.ts';
import { type Answered, everybody, type Question, type Wording } from '../room/question.ts';
import { countTraits, noTraits } from '../room/viewer.ts';

/**
 * Rows without names, for there are thousands and a seek reads them all. What changes with each asking stands in the
 * wording's row alone. Times are ms since the room's first event.
 */
export type KeptQuestion = [
  id: string,
  /** 0 where it is the first wording's */
  text: string | 0,
  reading: [Intent, isQuestion: 0 | 1, Reading['sentiment'], Objection | null, slots: Reading['slots'] | 0],
  since: number,
  answered: [at: number | null, how: Question['how']] | 0,
  handedAt: number | null,
  isLack: 0 | 1,
  from: string | null,
  /** so many of the wordings' rows are its own */
  wordings: number,
];
export type KeptWording = [
  key: string,
  /** 0 where it is the key */
  text: string | 0,
  first: number,
  count: number,
  lastAt: number,
  since: number | null,
  answered: [at: number, how: Answered['how']] | 0,
  /** a person and what is known of them is one number */
  ...people: number[],
];

/** Traits are bits below it. */
const kinds = 2 ** Object.keys(noTraits()).length;

/** A question without its wordings as one row of plain values; `start` is the room's first moment (ms epoch). */
export function keptQuestion(question: Question, start: number): KeptQuestion {
  const { id, text, reading, since, answeredAt, how, handedAt, isLack, from, wordings } = question;
  const { intent, isQuestion, sentiment, objection, slots } = reading;
  const [first] = wordings.values();
  return [
    id,
    text === first?.text ? 0 : text,
    [intent, isQuestion ? 1 : 0, sentiment, objection, Object.keys(slots).length > 0 ? slots : 0],
    since - start,
    answeredAt === null && how === null ? 0 : [answeredAt === null ? null : answeredAt - start, how],
    handedAt === null ? null : handedAt - start,
    isLack ? 1 : 0,
    from,
    wordings.size,
  ];
}

export function keptWording(key: string, wording: Wording, start: number): KeptWording {
  const { text, first, count, lastAt, since, answered, askers } = wording;
  return [
    key,
    text === key ? 0 : text,
    first,
    count,
    lastAt - start,
    since === null ? null : since - start,
    answered ? [answered.at - start, answered.how] : 0,
    ...Array.from(askers, ([asker, held]) => asker * kinds + held),
  ];
}

/** The question again, with its wordings' rows; how many asked it, who, and when last, follows from those. */
export function questionOf(kept: KeptQuestion, rows: readonly KeptWording[], start: number): Question {
  const [id, text, reading, since, answered, handedAt, isLack, from] = kept;
  const [intent, isQuestion, sentiment, objection, slots] = reading;
  const wordings = new Map<string, Wording>();
  let count = 0;
  let lastAt = 0;
  for (const row of rows) {
    const wording = wordingOf(row, start);
    wordings.set(row[0], wording);
    count += wording.count;
    if (wording.lastAt > lastAt) lastAt = wording.lastAt;
  }
  const askers = everybody(wordings.values());
  const traits = noTraits();
  for (const held of askers.values()) countTraits(traits, held);
  const [answeredAt, how] = answered || [null, null];
  return {
    id,
    text: text === 0 ? (wordings.values().next().value?.text ?? '') : text,
    reading: { intent, isQuestion: isQuestion === 1, sentiment, objection, slots: slots || {} },
    wordings,
    count,
    askers,
    traits,
    since: since + start,
    lastAt,
    answeredAt: answeredAt === null ? null : answeredAt + start,
    how,
    handedAt: handedAt === null ? null : handedAt + start,
    isLack: isLack === 1,
    from,
  };
}

function wordingOf(row: KeptWording, start: number): Wording {
  const [key, text, first, count, lastAt, since, answered] = row;
  const askers: Wording['askers'] = new Map();
  for (let i = 7; i < row.length; i++) {
    const person = row[i] as number;
    askers.set(Math.floor(person / kinds), person % kinds);
  }
  return {
    text: text === 0 ? key : text,
    first,
    count,
    lastAt: lastAt + start,
    since: since === null ? null : since + start,
    answered: answered === 0 ? null : { at: answered[0] + start, how: answered[1] },
    askers,
  };
}
