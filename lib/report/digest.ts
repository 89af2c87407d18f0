import type { Alarm } from '../alarm/alarm.ts';
import type {
  AudienceEvent,
  Finding,
  GapEvent,
  HealthEvent,
  LackEvent,
  LoggedEvent,
  MetricEvent,
  ModelEvent,
} from '../model.ts';
import type { Intent } from '../reply/types.ts';
import type { OfPlans } from '../room/plans.ts';
import type { OfShow } from '../room/show.ts';
import type { Turn } from '../room/state.ts';
import type { ToolRun } from '../tools/run.ts';

/** The run of show, emergency plans and corrections, what stood before the host, and risky words that were spoken. */
export type DayEvent = OfShow | OfPlans | Extract<LoggedEvent, { kind: 'prompt' | 'spoken' | 'correct' }>;

/** A vote, quiz, draw or countdown and what came of it; people stand in it as the seqs of their comments. */
export type ToolOutcome = Omit<ToolRun, 'people' | 'out' | 'drawn'> & {
  drawn: Pick<NonNullable<ToolRun['drawn']>, 'at' | 'candidates' | 'winners'> | null;
};

/** Goes up when digests must be made again. */
export const digestVersion = 4;

/** One minute of the room, of viewers' comments that were not there before capture began. */
export interface Minute {
  /** ms epoch at which it begins */
  at: number;
  /** seq of its first event, to go there in the replay */
  seq: number;
  comments: number;
  /** comments that ask */
  questions: number;
  positive: number;
  negative: number;
  /** our own rows in the room */
  own: number;
  /** people online when the minute ended, where the page told */
  online?: { seq: number; value: number };
}

/** Comments that asked the same. */
export interface Asked {
  /** as first asked; absent where only a later stretch is known */
  text?: string;
  intent: Intent;
  asks: number;
  /** hashes of those who asked, some more than once */
  people: number[];
  /** seq of the first */
  seq: number;
  /** product that it names */
  product?: string;
}

/** How often a rule found a term, with the first few places. */
export interface Found {
  rule: string;
  term: string;
  severity: Finding['severity'];
  category: string;
  basis: string;
  rewrites: string[];
  count: number;
  /** offsets are UTF-16 units into `text` */
  at: { seq: number; text: string; start: number; end: number }[];
}

/** Comments that name a product, and comments while it was explained. */
interface ProductTalk {
  named: number;
  during: number;
  /** questions that name it */
  asked: number;
}

/** What a person put into the console's box. */
interface Filled {
  seq: number;
  at: number;
  question?: string;
  script?: string;
  model?: string;
  edited?: true;
  /** the words, where they are not the script's */
  text?: string;
  override?: { reason: string; terms: string[] };
}

/**
 * What one stretch of a session adds to its report; stretches of any length merge into one of the same shape. Counts,
 * times and seqs; texts only where a report quotes them.
 */
export interface Digest {
  version: number;
  /** seqs it covers: `first` ≤ seq < `to` */
  first: number;
  to: number;
  /** how many of them were worked up, and how many could not be read back */
  covered: number;
  unreadable: number;
  /** ms epoch of the first and the last event */
  from: number | null;
  until: number | null;
  minutes: Minute[];
  /** viewers' comments, those that stood there before capture began, and our own */
  comments: number;
  backlog: number;
  own: number;
  /** hashes of those who commented, ascending, each once */
  people: Uint32Array;
  intents: Partial<Record<Intent, number>>;
  /** comments in which a word stands */
  words: Map<string, number>;
  /** by id; keys are the page's and viewers' words, which no plain object takes */
  products: Map<string, ProductTalk>;
  /** the shelf's products as last seen */
  shelf: Map<string, { seq: number; title: string; number?: number }>;
  /** from when a product was explained; null for none */
  explained: { seq: number; at: number; id: string | null }[];
  questions: Map<string, Asked>;
  /** in order of seq, without `joined` */
  turns: Exclude<Turn, { what: 'joined' }>[];
  /** scripts that were put before a person, once a question; `draft` for a model's */
  shown: { seq: number; at: number; question: string; script: string }[];
  fills: Filled[];
  /** what a person noted as answered by no script, or took back */
  lacks: (Pick<LackEvent, 'question' | 'text' | 'intent'> & { seq: number; isUndone: boolean })[];
  /** what the rules find in our own words and in viewers' comments, by rule and term; null when nobody judged */
  found: { rules: string; own: Map<string, Found>; viewers: Map<string, Found> } | null;
  metrics: Partial<Record<MetricEvent['name'], { seq: number; last: number; most: number }>>;
  audience: Partial<Record<AudienceEvent['what'], number>>;
  gaps: (Pick<GapEvent, 'from' | 'to' | 'reason' | 'lost'> & { seq: number; recovered: number })[];
  /** changes of what kept capture from listening */
  troubles: { seq: number; at: number; trouble: HealthEvent['trouble'] }[];
  /** how often a model was asked, by what came of it */
  models: Partial<Record<ModelEvent['outcome'], number>>;
  /** alarms as they stood last, in order of seq */
  alarms: Alarm[];
  /** tools as they stood last, in order of seq */
  tools: ToolOutcome[];
  /** what was done about the broadcast itself, in order of seq: the report folds it again */
  day: (DayEvent & { seq: number })[];
}

export const emptyDigest = (): Digest => ({
  version: digestVersion,
  first: 0,
  to: 0,
  covered: 0,
  unreadable: 0,
  from: null,
  until: null,
  minutes: [],
  comments: 0,
  backlog: 0,
  own: 0,
  people: new Uint32Array(),
  intents: {},
  words: new Map(),
  products: new Map(),
  shelf: new Map(),
  explained: [],
  questions: new Map(),
  turns: [],
  shown: [],
  fills: [],
  lacks: [],
  found: null,
  metrics: {},
  audience: {},
  gaps: [],
  troubles: [],
  alarms: [],
  tools: [],
  models: {},
  day: [],
});
