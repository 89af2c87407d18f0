import { readComment } from '../reply/read.ts';
import { type Sense, sense } from '../reply/sense.ts';
import type { Reading } from '../reply/types.ts';
import { bothTraits, countTraits, noTraits, type TraitCounts, type Traits } from './viewer.ts';

/** How a question was closed: by a filled reply, aloud, by the person it was handed to, or as not needed. */
export type Answered = { at: number; how: 'filled' | 'spoken' | 'handed' | 'dismissed' };

/** Comments that ask in the same letters. */
export interface Wording {
  /** as first written */
  text: string;
  /** seq of the first */
  first: number;
  count: number;
  /** distinct people, and what is known of them */
  askers: Map<number, Traits>;
  /** asked first since the last answer (ms epoch); null when nobody has */
  since: number | null;
  lastAt: number;
  /** its last answer */
  answered: Answered | null;
}

/** Same questions in other words, as one. All but the marks of people follows from its wordings. */
export interface Question {
  /** id of the first comment; one of its own when it was split off */
  id: string;
  /** the first wording's */
  text: string;
  reading: Reading;
  /** by their letters; those beyond `keptWordings` together under '' */
  wordings: Map<string, Wording>;
  count: number;
  /** how many distinct people asked, and what is known of them */
  people: number;
  traits: TraitCounts;
  /** since when it waits: first asked, or asked again after an answer (ms epoch) */
  since: number;
  lastAt: number;
  /** null while it waits */
  answeredAt: number | null;
  how: Answered['how'] | null;
  /** when it was handed to a person, until that is taken back or it is answered (ms epoch) */
  handedAt: number | null;
  /** noted as a gap of the library */
  isLack: boolean;
  /** the card a person split it off from */
  from: string | null;
}

const keptWordings = 60;
const rest = '';

/** What wordings are told apart by: their letters, folded; punctuation and emoji say nothing. */
export const wordingOf = (text: string, { text: folded }: Sense = sense(text)): string =>
  folded.replace(/[ ?]+/g, '') || text.trim() || text;

/** Someone who asks. */
export interface Asking {
  seq: number;
  at: number;
  text: string;
  /** a hash of who: names would be most of a long session's memory */
  asker: number;
  traits: Traits;
}

export const isWaiting = ({ answeredAt }: Question): boolean => answeredAt === null;

/** A card without wordings: add one, or put one in and `gather`. */
export const emptyQuestion = (id: string, text: string, reading: Reading, at: number): Question => ({
  id,
  text,
  reading,
  wordings: new Map(),
  count: 0,
  people: 0,
  traits: noTraits(),
  since: at,
  lastAt: at,
  answeredAt: null,
  how: null,
  handedAt: null,
  isLack: false,
  from: null,
});

/** Counts one comment that asks this. After an answer, only what was said later opens it again. */
export function addAsking(question: Question, key: string, asking: Asking): void {
  const { seq, at, text, asker, traits } = asking;
  const name = question.wordings.has(key) || question.wordings.size < keptWordings ? key : rest;
  let wording = question.wordings.get(name);
  if (!wording) {
    const { answeredAt, how } = question;
    const answered = answeredAt !== null && how !== null ? { at: answeredAt, how } : null;
    wording = { text, first: seq, count: 0, askers: new Map(), since: null, lastAt: at, answered };
    question.wordings.set(name, wording);
  }
  wording.count++;
  question.count++;
  wording.lastAt = Math.max(wording.lastAt, at);
  question.lastAt = Math.max(question.lastAt, at);
  countAsker(question, knownOf(question, asker), traits);
  wording.askers.set(asker, bothTraits(wording.askers.get(asker) ?? 0, traits));
  if (wording.answered !== null && at <= wording.answered.at) return;
  const isLonger = wording.since === null || at < wording.since;
  if (!isLonger) return;
  wording.since = at;
  if (question.answeredAt !== null || at < question.since) question.since = at;
  question.answeredAt = null;
  question.how = null;
}

/** What is known of somebody who has asked this; undefined of who has not. */
function knownOf({ wordings }: Question, asker: number): Traits | undefined {
  let known: Traits | undefined;
  for (const { askers } of wordings.values()) {
    const held = askers.get(asker);
    if (held !== undefined) known = bothTraits(known ?? 0, held);
  }
  return known;
}

function countAsker(question: Question, known: Traits | undefined, told: Traits): void {
  const held = bothTraits(known ?? 0, told);
  if (held === known) return;
  if (known === undefined) question.people++;
  countTraits(question.traits, known ?? 0, -1);
  countTraits(question.traits, held);
}

/** Closes the card for all who have asked so far. */
export function close(question: Question, answered: Answered): void {
  for (const wording of question.wordings.values()) {
    wording.since = null;
    wording.answered = answered;
  }
  question.answeredAt = answered.at;
  question.how = answered.how;
  question.handedAt = null;
}

/** Works out again all that follows from the wordings, after they were moved. */
export function gather(question: Question): void {
  const wordings = [...question.wordings.values()];
  const named = [...question.wordings].filter(([key]) => key !== rest).map(([, wording]) => wording);
  const first = named.reduce((one, other) => (other.first < one.first ? other : one));
  if (first.text !== question.text) question.reading = readComment(first.text);
  question.text = first.text;
  question.count = wordings.reduce((sum, { count }) => sum + count, 0);
  const all = everybody(wordings);
  question.people = all.size;
  question.traits = noTraits();
  for (const traits of all.values()) countTraits(question.traits, traits);
  question.lastAt = Math.max(...wordings.map(({ lastAt }) => lastAt));
  const waits = wordings.flatMap(({ since }) => since ?? []);
  const answers = wordings.flatMap(({ answered }) => answered ?? []);
  const latest = answers.reduce<Answered | null>(
    (one, other) => (one && one.at >= other.at ? one : other),
    null,
  );
  question.answeredAt = waits.length > 0 ? null : (latest?.at ?? null);
  question.how = waits.length > 0 ? null : (latest?.how ?? null);
  question.since = Math.min(...(waits.length > 0 ? waits : [question.since]));
  if (question.answeredAt !== null) question.handedAt = null;
}

/** All who asked, from what each wording knows of them. */
export function everybody(wordings: Iterable<Pick<Wording, 'askers'>>): Map<number, Traits> {
  const [first, ...others] = wordings;
  const all = new Map(first?.askers);
  for (const { askers } of others)
    for (const [asker, traits] of askers) all.set(asker, bothTraits(all.get(asker) ?? 0, traits));
  return all;
}

/** The wordings one can tell apart, most asked first. */
export const wordingsOf = ({ wordings }: Pick<Question, 'wordings'>): [key: string, wording: Wording][] =>
  [...wordings]
    .filter(([key]) => key !== rest)
    .sort(([, a], [, b]) => b.count - a.count || a.first - b.first);
