import type { Alarm } from '../alarm/alarm.ts';
import type { PlatformId, Session } from '../model.ts';
import type { Library } from '../reply/library.ts';
import type { Intent } from '../reply/types.ts';
import { calmingScripts } from '../room/calming.ts';
import type { PlanState } from '../room/plans.ts';
import type { Slip } from '../room/voice.ts';
import { type Advice, advise } from './advise.ts';
import { type Answers, type Outcome, outcomeOf, summarise } from './answers.ts';
import { count, getOr } from './counting.ts';
import { plansOf, promptsOf, type ReportPrompt, type ReportShow, showsOf, slipsOf } from './day.ts';
import type { Digest, Found, Minute, ToolOutcome } from './digest.ts';
import { mergeDigests } from './merge.ts';
import { type ProductFigures, productFigures, type SoldProduct } from './product-figures.ts';
import { type ScriptFigures, scriptFigures } from './script-figures.ts';
import type { Part } from './statistics.ts';
import { type Unseen, unseenOf } from './unseen.ts';

/** Five minutes of comments together: a minute alone has too few for a share. */
export interface Block {
  at: number;
  seq: number;
  comments: number;
  positive: number;
  negative: number;
  /** waits of the answers that were given then (ms) */
  waits: number[];
}

/** A question that several comments asked. */
interface AskedQuestion {
  id: string;
  text: string;
  intent: Intent;
  asks: number;
  people: number;
  answers: number;
  /** waits now, or waited when the session ended */
  isOpen: boolean;
  seq: number;
  product: string | null;
}

/** Everything that is said after a broadcast. Plain data; every share comes with its counts. */
export interface Report {
  session: string;
  platform: PlatformId;
  title: string;
  /** ms epoch of the first and last event; equal when there are none */
  from: number;
  until: number;
  comments: number;
  own: number;
  backlog: number;
  people: number;
  /** people who commented, of those the platform counts as having been there; null where it told none */
  interaction: Part | null;
  minutes: Minute[];
  blocks: Block[];
  answers: Answers;
  questions: AskedQuestion[];
  intents: { intent: Intent; count: number }[];
  words: { word: string; count: number }[];
  sentiment: { positive: number; negative: number; of: number };
  products: ProductFigures[];
  found: { rules: string[]; own: Found[]; viewers: Found[] } | null;
  scripts: ScriptFigures[];
  overrides: { seq: number; at: number; text: string; reason: string; terms: string[] }[];
  audience: Digest['audience'];
  metrics: Digest['metrics'];
  models: Digest['models'];
  /** runs of show, plan against what happened */
  shows: ReportShow[];
  /** emergency plans and corrections; drills stand among them and say so */
  plans: PlanState;
  /** in the order in which they were raised */
  alarms: readonly Alarm[];
  /** votes, quizzes, draws and countdowns with their results */
  tools: readonly ToolOutcome[];
  /** what was put before the host */
  prompts: readonly ReportPrompt[];
  /** risky words that the host said */
  slips: readonly Slip[];
  unseen: Unseen;
  advice: Advice;
}

const minute = 60_000;
const blockLength = 5 * minute;
/** A wrong clock must not draw a year of empty minutes. */
const mostMinutes = 48 * 60;
const mostWords = 60;
const mostQuestions = 200;

/** What a report needs to know of its session. */
type Told = Pick<Session, 'id' | 'platform' | 'title' | 'events' | 'rejected' | 'startedAt'>;

/**
 * Makes the report of a session from the digests of its stretches, in any order, each once. Pure.
 *
 * @param library the scripts of now: their words, and whether one answers what was asked
 * @param products the shop's table of now
 */
export function reportOf(
  digests: readonly Digest[],
  session: Told,
  library: Library,
  products: readonly SoldProduct[],
): Report {
  const digest = digests.length === 1 ? digests[0]! : mergeDigests(digests);
  const making = partByPart(digest, session, library, products);
  let step = making.next();
  while (!step.done) step = making.next();
  return step.value;
}

/** The same of one digest; `breathe` is awaited in between, so that a page can draw and listen. */
export async function reportInSteps(
  of: Parameters<typeof partByPart>,
  breathe: () => Promise<void>,
): Promise<Report> {
  const making = partByPart(...of);
  for (;;) {
    const step = making.next();
    if (step.done) return step.value;
    await breathe();
  }
}

/** Each part takes some 40 ms where a million events were digested. */
function* partByPart(
  digest: Digest,
  session: Told,
  library: Library,
  products: readonly SoldProduct[],
): Generator<void, Report, void> {
  const from = digest.from ?? session.startedAt;
  const until = digest.until ?? from;
  const viewers = digest.metrics.viewers?.most;
  const people = digest.people.length;
  const outcome = outcomeOf(digest.turns);
  yield;
  const answers = summarise(digest, outcome);
  const blocks = blocksOf(digest, outcome);
  yield;
  const questions = questionsOf(digest, outcome);
  yield;
  const scripts = scriptFigures(digest, [...library.scripts, ...calmingScripts]);
  yield;
  const draft: Omit<Report, 'advice'> = {
    session: session.id,
    platform: session.platform,
    title: session.title,
    from,
    until,
    comments: digest.comments,
    own: digest.own,
    backlog: digest.backlog,
    people,
    // fewer viewers than people who spoke is no count of who was there
    interaction:
      viewers !== undefined && viewers >= people && viewers > 0 ? { part: people, of: viewers } : null,
    minutes: withoutHoles(digest.minutes),
    blocks,
    answers,
    questions,
    intents: Object.entries(digest.intents)
      .map(([intent, count]) => ({ intent: intent as Intent, count }))
      .sort((a, b) => b.count - a.count || (a.intent < b.intent ? -1 : 1)),
    words: [...digest.words]
      .map(([word, count]) => ({ word, count }))
      .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
      .slice(0, mostWords),
    sentiment: {
      positive: digest.minutes.reduce((sum, { positive }) => sum + positive, 0),
      negative: digest.minutes.reduce((sum, { negative }) => sum + negative, 0),
      of: digest.comments,
    },
    products: productFigures(digest, products),
    found: digest.found && {
      rules: digest.found.rules.split('\n'),
      own: inOrder(digest.found.own),
      viewers: inOrder(digest.found.viewers),
    },
    scripts,
    overrides: digest.fills.flatMap(({ seq, at, text = '', override }) =>
      override ? [{ seq, at, text, ...override }] : [],
    ),
    audience: digest.audience,
    metrics: digest.metrics,
    models: digest.models,
    shows: showsOf(digest, until),
    plans: plansOf(digest),
    alarms: digest.alarms,
    tools: digest.tools,
    prompts: promptsOf(digest),
    slips: slipsOf(digest),
    unseen: unseenOf(digest, session),
  };
  yield;
  return { ...draft, advice: advise(draft, digest, library, products) };
}

const inOrder = (found: ReadonlyMap<string, Found>): Found[] =>
  [...found.values()].sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1));

/** A minute in which nobody spoke is a minute, too. */
function withoutHoles(minutes: readonly Minute[]): Minute[] {
  const whole: Minute[] = [];
  for (const one of minutes) {
    const last = whole.at(-1);
    const missing = last ? (one.at - last.at) / minute - 1 : 0;
    if (last && missing <= mostMinutes)
      for (let i = 1; i <= missing; i++) whole.push({ ...quiet, at: last.at + i * minute, seq: one.seq });
    whole.push(one);
  }
  return whole;
}
const quiet = { comments: 0, questions: 0, positive: 0, negative: 0, own: 0 };

function blocksOf({ minutes }: Digest, { answers }: Outcome): Block[] {
  const blocks = new Map<number, Block>();
  const blockOf = (at: number, seq: number) =>
    getOr(blocks, at - (at % blockLength), () => ({
      at: at - (at % blockLength),
      seq,
      comments: 0,
      positive: 0,
      negative: 0,
      waits: [],
    }));
  for (const one of minutes) {
    const block = blockOf(one.at, one.seq);
    block.seq = Math.min(block.seq, one.seq);
    block.comments += one.comments;
    block.positive += one.positive;
    block.negative += one.negative;
  }
  // a wait stands where it began: that is when hands were missing
  for (const { seq, at, wait } of answers) blockOf(at - wait, seq).waits.push(wait);
  return [...blocks.values()].sort((a, b) => a.at - b.at);
}

function questionsOf({ questions }: Digest, outcome: Outcome): AskedQuestion[] {
  const answers = new Map<string, number>();
  for (const { question } of outcome.answers) count(answers, question);
  const waiting = new Set(outcome.open.map(({ question }) => question));
  return [...questions]
    .filter(([, { text }]) => text !== undefined)
    .sort(([, a], [, b]) => b.asks - a.asks || a.seq - b.seq)
    .slice(0, mostQuestions)
    .map(([id, { text = '', intent, asks, people, seq, product = null }]) => ({
      id,
      text,
      intent,
      asks,
      people: new Set(people).size,
      answers: answers.get(id) ?? 0,
      isOpen: waiting.has(id),
      seq,
      product,
    }));
}
