import type { Intent, Objection, Reading } from '../reply/types.ts';
import { traits as traitNames } from '../reply/types.ts';
import type { Answered, Question, Wording } from '../room/question.ts';
import type { TraitCounts } from '../room/viewer.ts';

/**
 * Rows without names, for there are thousands and a seek reads them all. Times are ms since the room's first event.
 */
export type KeptQuestion = [
  id: string,
  text: string,
  /** seq of its first wording */
  first: number,
  reading: [Intent, isQuestion: 0 | 1, Reading['sentiment'], Objection | null, slots: Reading['slots'] | 0],
  since: number,
  answered: [at: number | null, how: Question['how']] | 0,
  handedAt: number | null,
  isLack: 0 | 1,
  from: string | null,
  /** so many of the wordings' rows are its own */
  wordings: number,
];
/** What changes with each asking: a short row of its own, of which many are written anew. */
export type KeptCount = [count: number, people: number, lastAt: number, ...traits: number[]];
export type KeptWording = [
  key: string,
  /** 0 where it is the key, 1 where it is the question's */
  text: string | 0 | 1,
  first: number,
  count: number,
  lastAt: number,
  since: number | null,
  answered: [at: number, how: Answered['how']] | 0,
  /** a person and what is known of them is one number */
  ...people: number[],
];

/** Traits are bits below it. */
const kinds = 2 ** traitNames.length;

/** A question without its wordings as one row of plain values; `start` is the room's first moment (ms epoch). */
export function keptQuestion(question: Question, start: number): KeptQuestion {
  const { id, text, reading, since, answeredAt, how, handedAt, isLack, from, wordings } = question;
  const { intent, isQuestion, sentiment, objection, slots } = reading;
  return [
    id,
    text,
    firstOf(question) ?? 0,
    [intent, isQuestion ? 1 : 0, sentiment, objection, Object.keys(slots).length > 0 ? slots : 0],
    since - start,
    answeredAt === null && how === null ? 0 : [answeredAt === null ? null : answeredAt - start, how],
    handedAt === null ? null : handedAt - start,
    isLack ? 1 : 0,
    from,
    wordings.size,
  ];
}

/** Seq of a question's first wording. */
export const firstOf = (question: Question | undefined): number | undefined =>
  question?.wordings.values().next().value?.first;

/** Traits that nobody has, at the end, are left out. */
export function keptCount({ count, people, lastAt, traits }: Question, start: number): KeptCount {
  const held = traitNames.map((trait) => traits[trait]);
  return [count, people, lastAt - start, ...held.slice(0, held.findLastIndex((one) => one > 0) + 1)];
}

export function keptWording(key: string, wording: Wording, question: Question, start: number): KeptWording {
  const { text, first, count, lastAt, since, answered, askers } = wording;
  return [
    key,
    text === key ? 0 : text === question.text ? 1 : text,
    first,
    count,
    lastAt - start,
    since === null ? null : since - start,
    answered ? [answered.at - start, answered.how] : 0,
    ...Array.from(askers, ([asker, held]) => asker * kinds + held),
  ];
}

/** A question again; its wordings, which few look at, are read when somebody does. */
export class RestoredQuestion implements Question {
  id: string;
  text: string;
  reading: Reading;
  count: number;
  people: number;
  traits: TraitCounts;
  since: number;
  lastAt: number;
  answeredAt: number | null;
  how: Question['how'];
  handedAt: number | null;
  isLack: boolean;
  from: string | null;
  #wordings: Map<string, Wording> | (() => Map<string, Wording>);

  constructor(
    [id, text, , reading, since, answered, handedAt, isLack, from]: KeptQuestion,
    [count, people, lastAt, ...traits]: KeptCount,
    start: number,
    wordings: () => Map<string, Wording>,
  ) {
    const [intent, isQuestion, sentiment, objection, slots] = reading;
    this.id = id;
    this.text = text;
    this.reading = { intent, isQuestion: isQuestion === 1, sentiment, objection, slots: slots || {} };
    this.count = count;
    this.people = people;
    this.traits = Object.fromEntries(traitNames.map((trait, i) => [trait, traits[i] ?? 0])) as TraitCounts;
    this.since = since + start;
    this.lastAt = lastAt + start;
    this.answeredAt = answered === 0 || answered[0] === null ? null : answered[0] + start;
    this.how = answered === 0 ? null : answered[1];
    this.handedAt = handedAt === null ? null : handedAt + start;
    this.isLack = isLack === 1;
    this.from = from;
    this.#wordings = wordings;
  }

  get wordings(): Map<string, Wording> {
    if (typeof this.#wordings === 'function') this.#wordings = this.#wordings();
    return this.#wordings;
  }
}

/** A wording again, of the question with the text `asked`. */
export function wordingOf(row: KeptWording, asked: string, start: number): Wording {
  const [key, text, first, count, lastAt, since, answered] = row;
  const askers: Wording['askers'] = new Map();
  for (let i = 7; i < row.length; i++) {
    const person = row[i] as number;
    askers.set(Math.floor(person / kinds), person % kinds);
  }
  return {
    text: text === 0 ? key : text === 1 ? asked : text,
    first,
    count,
    lastAt: lastAt + start,
    since: since === null ? null : since + start,
    answered: answered === 0 ? null : { at: answered[0] + start, how: answered[1] },
    askers,
  };
}
