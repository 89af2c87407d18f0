import { limits } from './limits.ts';
import { z } from './zod.ts';

export { limits };

/** The platforms whose consoles are read. */
export const platformIds = ['douyin', 'taobao', 'kuaishou'] as const;
export type PlatformId = (typeof platformIds)[number];

/** Milliseconds since the epoch, between 2001 and 2286. */
const Time = z.number().int().min(1e12).max(1e13);
const Id = z.string().min(1).max(128);

const stamped = {
  /** when it happened: the platform's own time where known, else `seenAt` */
  at: Time,
  /** when this machine saw it */
  seenAt: Time,
};

/** Where a finding stands in the law and in the text. Offsets are UTF-16 units into the text as given. */
export const Finding = z.object({
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  text: z.string(),
  /** the term it was recognised as, e.g. 最好 for 蕞好 */
  canonical: z.string(),
  /** category id such as A1 (absolute terms); see docs/compliance.md */
  category: z.string(),
  /** S3 banned, S2 high risk, S1 needs proof, S0 exempted */
  severity: z.enum(['S3', 'S2', 'S1', 'S0']),
  rule: z.string(),
  list: z.string(),
  /** the article it rests on, with the penalty's */
  basis: z.string(),
  /** a veiled spelling of the term */
  evasion: z.boolean(),
  /** code of the exemption that applied, such as X-SELF */
  exemption: z.string().nullable(),
  /** why it applies, in the lists' language */
  reason: z.string().optional(),
  /** compliant wordings with {slots}, each scanned clean */
  rewrites: z.array(z.string()),
});
export type Finding = z.infer<typeof Finding>;

export const CommentEvent = z.object({
  kind: z.literal('comment'),
  ...stamped,
  /** the platform's id as a string, or one made from the row when `idKind` is synthetic */
  id: Id,
  idKind: z.enum(['feed', 'synthetic']),
  userId: z.string().max(128).optional(),
  nick: z.string().max(limits.nick),
  text: z.string().min(1).max(limits.text),
  source: z.enum(['feed', 'dom']),
  /** written by the broadcaster's own account */
  anchor: z.literal(true).optional(),
  /** was on the page before capture began */
  backlog: z.literal(true).optional(),
  /** 已加购, 已下单, 粉丝 …: as the platform words them */
  badges: z.array(z.string().max(limits.badge)).max(limits.badges).optional(),
});
export type CommentEvent = z.infer<typeof CommentEvent>;

/** The room was found, went live, or is over. */
const RoomEvent = z.object({
  kind: z.literal('room'),
  ...stamped,
  phase: z.enum(['live', 'ended']),
  title: z.string().max(200).optional(),
});

/** A figure that the page shows: people online and in all, likes, orders, sales in fen, 回复率 in per cent. */
export const MetricEvent = z.object({
  kind: z.literal('metric'),
  ...stamped,
  name: z.enum(['online', 'viewers', 'likes', 'orders', 'sales', 'replyRate']),
  value: z.number().min(0),
});
export type MetricEvent = z.infer<typeof MetricEvent>;

/** What a viewer did other than speak. */
export const AudienceEvent = z.object({
  kind: z.literal('audience'),
  ...stamped,
  what: z.enum(['enter', 'like', 'follow', 'fanclub', 'gift', 'share', 'order']),
  id: Id.optional(),
  userId: z.string().max(128).optional(),
  nick: z.string().max(limits.nick).optional(),
  /** likes, gifts or pieces at once */
  count: z.number().int().min(1).optional(),
  /** the gift's or the product's name */
  item: z.string().max(limits.title).optional(),
});
export type AudienceEvent = z.infer<typeof AudienceEvent>;

const Product = z.object({
  id: Id,
  /** link number as shown, 1号链接 */
  number: z.number().int().min(0).optional(),
  title: z.string().max(limits.title),
  /** in fen */
  price: z.number().int().min(0).optional(),
  stock: z.number().int().min(0).optional(),
});

/** The goods on sale as the page shows them, whole, whenever they have changed. */
export const GoodsEvent = z.object({
  kind: z.literal('goods'),
  ...stamped,
  items: z.array(Product).max(limits.goods),
  /** id of the one being explained */
  explaining: Id.nullable(),
});
export type GoodsEvent = z.infer<typeof GoodsEvent>;

/** Why capture is not simply listening. */
export const troubles = [
  'no-comments-yet',
  'feed-silent',
  'list-paused',
  'idle-dialog',
  'logged-out',
  'rows-unreadable',
  'feed-unreadable',
  /** the page moves, and neither its traffic nor its rows are understood */
  'page-unreadable',
  /** the list shows what the feed does not bring */
  'paths-disagree',
  /** the page's own traffic cannot be heard */
  'hook-missing',
  /** the browser wakes the hidden page once a minute */
  'slowed',
] as const;
export type Trouble = (typeof troubles)[number];

const Count = z.number().int().min(0);
const Percent = z.number().min(0).max(100).nullable();
const Moment = Time.nullable();

/** How capture does at one moment. Shares are of the last few hundred, in per cent; null before any. */
const Pulse = z.object({
  /** the tap in the page's world answers */
  hook: z.boolean(),
  /** the ways by which comments come now */
  ways: z.object({ feed: z.boolean(), list: z.boolean() }),
  /** the list is read by selectors a person taught */
  taught: z.boolean(),
  firstAt: Moment,
  lastAt: Moment,
  /** last answer of the feed that could be read, empty ones too */
  heardAt: Moment,
  /** comments in the last minute */
  perMinute: Count,
  /** items of the feed that could be read */
  parsed: Percent,
  /** comments that came with this field */
  fields: z.object({ id: Percent, user: Percent, nick: Percent, time: Percent }),
  /** rows that the feed brought, too */
  agreement: Percent,
  /** rows that were left out because a feed that answers did not bring them */
  refuted: Count,
  /** events without a receipt */
  waiting: Count,
  page: z.object({
    paused: z.boolean(),
    idle: z.boolean(),
    loggedOut: z.boolean(),
    hidden: z.boolean(),
    slowed: z.boolean(),
    over: z.boolean(),
  }),
});
export type Pulse = z.infer<typeof Pulse>;

/** What capture saw and threw away, in counts since the page was loaded. */
export const HealthEvent = z.object({
  kind: z.literal('health'),
  ...stamped,
  trouble: z.enum(troubles).nullable(),
  /** comments by the path that brought them first */
  feed: Count,
  dom: Count,
  /** DOM rows that met their feed twin */
  merged: Count,
  /** `sealed`: under a key of the page's own, or without an author */
  dropped: z.object({ malformed: Count, oversized: Count, duplicate: Count, sealed: Count.optional() }),
  pulse: Pulse.optional(),
});
export type HealthEvent = z.infer<typeof HealthEvent>;

/**
 * Time for which nothing could be seen or stored: the page or the computer slept, the browser slowed the hidden
 * page, the page was reloaded, closed or killed, or the outbox ran over.
 */
export const GapEvent = z.object({
  kind: z.literal('gap'),
  ...stamped,
  from: Time,
  to: Time,
  reason: z.enum(['asleep', 'slowed', 'page-away', 'outbox-full']),
  /** comments that are surely lost; what was said unseen nobody can count */
  lost: Count,
  /** comments of that time that came in afterwards */
  recovered: Count.optional(),
});
export type GapEvent = z.infer<typeof GapEvent>;

/** What stands in the console's own box, with what was found in it; empty findings clear it. */
export const DraftEvent = z.object({
  kind: z.literal('draft'),
  ...stamped,
  text: z.string().max(limits.text),
  findings: z.array(Finding).max(50),
  rules: z.string(),
});
export type DraftEvent = z.infer<typeof DraftEvent>;

const ModelName = z.string().min(1).max(240);

/** A model was asked for a draft: what went out is the question, masked, and the shop's own replies and facts. */
export const ModelEvent = z.object({
  kind: z.literal('model'),
  ...stamped,
  question: Id,
  model: ModelName,
  /** a rewrite is a call of its own */
  calls: z.number().int().min(1).max(9),
  /** from the first call to the last word (ms) */
  ms: z.number().int().min(0),
  /** `left`: the card was answered or left before */
  outcome: z.enum(['ready', 'dropped', 'failed', 'spent', 'left']),
  /** why it was dropped or failed */
  why: z.string().max(40).optional(),
});
export type ModelEvent = z.infer<typeof ModelEvent>;

/** The answers that were put before the controller for a question. */
export const SuggestionEvent = z.object({
  kind: z.literal('suggestion'),
  ...stamped,
  question: Id,
  replies: z
    .array(
      z.object({
        /** id in the library; `draft` for one that a model wrote */
        script: z.string(),
        text: z.string().max(limits.text),
        /** the model that wrote it, as provider/model, and the replies of the library it rests on */
        model: ModelName.optional(),
        grounds: z.array(z.string().max(128)).max(12).optional(),
      }),
    )
    .max(9),
  /** version of the rule set that let them through */
  rules: z.string(),
});
export type SuggestionEvent = z.infer<typeof SuggestionEvent>;

/** A person put a text into the console's box. */
export const FillEvent = z.object({
  kind: z.literal('fill'),
  ...stamped,
  text: z.string().max(limits.text),
  question: Id.optional(),
  script: z.string().optional(),
  /** a person changed the script's words first */
  edited: z.literal(true).optional(),
  /** the model that wrote it, if one did */
  model: ModelName.optional(),
  /** a person let it through against the rules, and said why */
  override: z
    .object({ reason: z.string().min(1).max(limits.title), findings: z.array(Finding).max(50) })
    .optional(),
  rules: z.string(),
});
export type FillEvent = z.infer<typeof FillEvent>;

/** A person closed a question without filling the box; `handed`: the one it was handed to has answered. */
const AnswerEvent = z.object({
  kind: z.literal('answer'),
  ...stamped,
  question: Id,
  how: z.enum(['spoken', 'handed', 'dismissed']),
});

/** A person gave one wording of a card, by its folded letters, a card of its own. */
const SplitEvent = z.object({
  kind: z.literal('split'),
  ...stamped,
  question: Id,
  wording: z.string().min(1).max(limits.text),
  /** id of the new card */
  into: Id,
});
export type SplitEvent = z.infer<typeof SplitEvent>;

/** A person put a card that was split off back where it came from. */
const JoinEvent = z.object({ kind: z.literal('join'), ...stamped, question: Id });
export type JoinEvent = z.infer<typeof JoinEvent>;

/** A person handed a question to somebody who knows, or took it back. It waits on until it is answered. */
const HandEvent = z.object({
  kind: z.literal('hand'),
  ...stamped,
  question: Id,
  undone: z.literal(true).optional(),
});

/** A person noted that no script answers a question, or took that back. Its words stand here for the scripts page. */
export const LackEvent = z.object({
  kind: z.literal('lack'),
  ...stamped,
  question: Id,
  text: z.string().min(1).max(limits.text),
  /** what it wants, as it was read */
  intent: z.string().max(40),
  /** id of the product it was about, where that was known */
  product: Id.optional(),
  undone: z.literal(true).optional(),
});
export type LackEvent = z.infer<typeof LackEvent>;

/** A person noted something at the shown moment, which may be long past: live, rewound or in a replay. */
const MarkEvent = z.object({
  kind: z.literal('mark'),
  ...stamped,
  /** the moment it is about */
  of: Time,
  /** the first seq that was not shown then */
  place: Count,
  /** may be empty: a mark and no more */
  text: z.string().max(limits.text),
});

/**
 * Stands where an event was that is no longer kept: nobody's name or words, its place, its minute and what it was.
 * Only the clean-up writes it, in the event's own place, so that no seq moves.
 */
export const GoneEvent = z.object({
  kind: z.literal('gone'),
  ...stamped,
  was: z.enum(['comment', 'audience', 'lack']),
  /** kept for as long as was set, less because the disk was filling up, or a viewer wanted it */
  why: z.enum(['age', 'space', 'asked']),
});
export type GoneEvent = z.infer<typeof GoneEvent>;

/** What a content script may report. */
export const PageEvent = z.discriminatedUnion('kind', [
  CommentEvent,
  RoomEvent,
  MetricEvent,
  AudienceEvent,
  GoodsEvent,
  HealthEvent,
  GapEvent,
  DraftEvent,
]);
export type PageEvent = z.infer<typeof PageEvent>;

/** What a person did in the panel. */
export const ActEvent = z.discriminatedUnion('kind', [
  SuggestionEvent,
  ModelEvent,
  FillEvent,
  AnswerEvent,
  SplitEvent,
  JoinEvent,
  HandEvent,
  LackEvent,
  MarkEvent,
  RoomEvent,
]);
export type ActEvent = z.infer<typeof ActEvent>;

/** Everything that can stand in a session's log. */
export type LiveEvent = PageEvent | ActEvent | GoneEvent;

/** An event with its place in the session, counted from 0 without holes. */
export type LoggedEvent = LiveEvent & { seq: number };

/** The room a page shows. `id` is the platform's; `page:<host><path>` while that is unknown. */
export const RoomRef = z.object({
  platform: z.enum(platformIds),
  id: Id,
  title: z.string().max(200),
});
export type RoomRef = z.infer<typeof RoomRef>;

/** One broadcast of one room. `endedAt` is null while it runs. */
export interface Session {
  id: string;
  platform: PlatformId;
  roomId: string;
  title: string;
  /** the tab that leads: it tells what is said */
  tabId: number | null;
  /** the frame within that tab; absent means the page itself */
  frameId?: number;
  /** a tab with another page of the same room, a big screen or a viewer's: it tells what no console does */
  asideTab?: number | null;
  startedAt: number;
  lastAt: number;
  endedAt: number | null;
  /** ended by a person: the page may not write on */
  isClosed: boolean;
  /** taken from a file then: this machine did not record it */
  importedAt?: number;
  /** number of events, thus the next `seq` */
  events: number;
  comments: number;
  /** events that did not parse at the door */
  rejected: number;
  /** last offset taken from each stream: what makes an append happen once */
  streams: Record<string, number>;
  /** appends since small pages were last joined */
  loose: number;
  /** how many events there were when its pages were last joined and packed */
  settled?: number;
  /** events that are no longer kept; `gone` stands in their places */
  gone?: number;
  /** the seq before which all is gone whose time is over */
  aged?: number;
  /** goes up whenever stored events are changed: what was worked out before no longer holds */
  edition?: number;
}
