import { AlarmCloseEvent, CalmEvent, JudgedEvent, WatchEvent } from './events/alarm.ts';
import { AnswerEvent, HandEvent, JoinEvent, LackEvent, MarkEvent, SplitEvent } from './events/card.ts';
import { GapEvent, HealthEvent } from './events/health.ts';
import {
  AudienceEvent,
  CommentEvent,
  DraftEvent,
  GoodsEvent,
  MetricEvent,
  RoomEvent,
} from './events/page.ts';
import { CorrectionEvent, PlanCloseEvent, PlanEvent, PlanNoteEvent, PlanStepEvent } from './events/plan.ts';
import { PromptEvent, PromptTurnEvent } from './events/prompt.ts';
import { FillEvent, ModelEvent, SuggestionEvent } from './events/reply.ts';
import { Id, stamped } from './events/shape.ts';
import { SegmentEvent, ShowEvent } from './events/show.ts';
import { DrawEvent, ToolCloseEvent, ToolEvent } from './events/tool.ts';
import { CorrectEvent, ListenEvent, SpokenEvent, UnheardEvent } from './events/voice.ts';
import { limits } from './limits.ts';
import { z } from './zod.ts';

export {
  AlarmCloseEvent,
  type AlarmEnd,
  type AlarmKind,
  alarmKinds,
  CalmEvent,
  Watch,
  WatchEvent,
} from './events/alarm.ts';
export { JoinEvent, LackEvent, SplitEvent } from './events/card.ts';
export { GapEvent, HealthEvent, type Pulse, type Trouble, troubles } from './events/health.ts';
export { AudienceEvent, CommentEvent, DraftEvent, GoodsEvent, MetricEvent } from './events/page.ts';
export {
  CorrectionEvent,
  EmergencyPlan,
  mostOfPlan,
  PlanCloseEvent,
  type PlanEnd,
  PlanEvent,
  PlanNoteEvent,
  PlanStepEvent,
  planEnds,
  type StepHours,
  stepHours,
} from './events/plan.ts';
export { mostOfCard, PromptCard, PromptEvent, PromptTurnEvent } from './events/prompt.ts';
export { FillEvent, ModelEvent, SuggestionEvent } from './events/reply.ts';
export { Finding } from './events/shape.ts';
export {
  mostOfShow,
  Segment,
  SegmentEvent,
  type SegmentPart,
  ShowEvent,
  ShowPlan,
  segmentParts,
} from './events/show.ts';
export {
  DrawEvent,
  type DrawSetup,
  mostOfTool,
  ToolCloseEvent,
  ToolEvent,
  ToolSetup,
} from './events/tool.ts';
export { type EarSource, earSources, SpokenEvent } from './events/voice.ts';
export { limits };

/** The platforms whose consoles are read. */
export const platformIds = ['douyin', 'taobao', 'kuaishou'] as const;
export type PlatformId = (typeof platformIds)[number];

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
  ListenEvent,
  SpokenEvent,
  UnheardEvent,
  CorrectEvent,
  RoomEvent,
  ShowEvent,
  SegmentEvent,
  PlanEvent,
  PlanStepEvent,
  PlanNoteEvent,
  PlanCloseEvent,
  CorrectionEvent,
  PromptEvent,
  PromptTurnEvent,
  ToolEvent,
  ToolCloseEvent,
  DrawEvent,
  WatchEvent,
  JudgedEvent,
  AlarmCloseEvent,
  CalmEvent,
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
