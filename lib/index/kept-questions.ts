import { readComment } from '../reply/read.ts';
import { type Reading, traits as traitNames } from '../reply/types.ts';
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
  since: number,
  /** so many of the wordings' rows are its own */
  wordings: number,
  /** only where something became of it */
  told?: [
    answeredAt: number | null,
    how: Question['how'],
    handedAt: number | null,
    isLack: 0 | 1,
    from: string | null,
  ],
];
/** What changes with each asking: a short row of its own, of which many are written anew. */
export type KeptCount = [count: number, people: number, lastAt: number, ...traits: number[]];
export type KeptWording = [
  key: string,
  /** 0 where it is the key, 1 where it is the question's; `+` and how it goes on after the key, or `=` and all of it */
  text: string | 0 | 1,
  first: number,
  count: number,
  lastAt: number,
  /** ms from `since` to `lastAt`, mostly 0 */
  waiting: number | null,
  answered: [at: number, how: Answered['how']] | 0,
  /** a person and what is known of them is one number */
  ...people: number[],
];

/** Traits are bits below it. */
const kinds = 2 ** traitNames.length;

/** A question without its wordings as one row of plain values; `start` is the room's first moment (ms epoch). */
export function keptQuestion(question: Question, start: number): KeptQuestion {
  const { id, text, since, answeredAt, how, handedAt, isLack, from, wordings } = question;
  const row: KeptQuestion = [id, text, firstOf(question) ?? 0, since - start, wordings.size];
  if (answeredAt !== null || how !== null || handedAt !== null || isLack || from !== null)
    row.push([fromStart(answeredAt, start), how, fromStart(handedAt, start), isLack ? 1 : 0, from]);
  return row;
}

const fromStart = (at: number | null, start: number): number | null => (at === null ? null : at - start);
const toEpoch = (at: number | null, start: number): number | null => (at === null ? null : at + start);

/** Seq of a question's first wording. */
export const firstOf = (question: Question | undefined): number | undefined =>
  question?.wordings.values().next().value?.first;

/** Traits that nobody has, at the end, are left out. */
export function keptCount({ count, people, lastAt, traits }: Question, start: number): KeptCount {
  const { cart, order, fan, new: fresh } = traits;
  const held = [fresh, fan, order, cart];
  return [count, people, lastAt - start, ...held.slice(0, held.findLastIndex((one) => one > 0) + 1)];
}

export function keptWording(key: string, wording: Wording, question: Question, start: number): KeptWording {
  const { text, first, count, lastAt, since, answered, askers } = wording;
  return [
    key,
    keptText(text, key, question.text),
    first,
    count,
    lastAt - start,
    since === null ? null : lastAt - since,
    answered ? [answered.at - start, answered.how] : 0,
    ...Array.from(askers, ([asker, held]) => asker * kinds + held),
  ];
}

function keptText(text: string, key: string, asked: string): string | 0 | 1 {
  if (text === key) return 0;
  if (text === asked) return 1;
  return text.startsWith(key) ? `+${text.slice(key.length)}` : `=${text}`;
}

/**
 * A question again; its reading and its wordings, which few look at, are read when somebody does. A class, for there are
 * thousands at each seek: accessors of its own on each object take about twice as long.
 */
export class RestoredQuestion implements Question {
  id: string;
  text: string;
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
  #reading: Reading | null = null;
  #wordings: Map<string, Wording> | (() => Map<string, Wording>);

  constructor(
    [id, text, , since, , told]: KeptQuestion,
    [count, people, lastAt, fresh = 0, fan = 0, order = 0, cart = 0]: KeptCount,
    start: number,
    wordings: () => Map<string, Wording>,
  ) {
    const [answeredAt, how, handedAt, isLack, from] = told ?? [null, null, null, 0, null];
    this.id = id;
    this.text = text;
    this.count = count;
    this.people = people;
    this.traits = { cart, order, fan, new: fresh };
    this.since = since + start;
    this.lastAt = lastAt + start;
    this.answeredAt = toEpoch(answeredAt, start);
    this.how = how;
    this.handedAt = toEpoch(handedAt, start);
    this.isLack = isLack === 1;
    this.from = from;
    this.#wordings = wordings;
  }

  get reading(): Reading {
    this.#reading ??= readComment(this.text);
    return this.#reading;
  }
  set reading(reading: Reading) {
    this.#reading = reading;
  }

  get wordings(): Map<string, Wording> {
    if (typeof this.#wordings === 'function') this.#wordings = this.#wordings();
    return this.#wordings;
  }
}

/** A wording again, of the question with the text `asked`. */
export function wordingOf(row: KeptWording, asked: string, start: number): Wording {
  const [key, text, first, count, lastAt, waiting, answered] = row;
  const askers: Wording['askers'] = new Map();
  for (let i = 7; i < row.length; i++) {
    const person = row[i] as number;
    askers.set(Math.floor(person / kinds), person % kinds);
  }
  return {
    text: text === 0 ? key : text === 1 ? asked : (text[0] === '+' ? key : '') + text.slice(1),
    first,
    count,
    lastAt: lastAt + start,
    since: waiting === null ? null : lastAt - waiting + start,
    answered: answered === 0 ? null : { at: answered[0] + start, how: answered[1] },
    askers,
  };
}
