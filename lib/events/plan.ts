import { limits } from '../limits.ts';
import { z } from '../zod.ts';
import { Count, Id, stamped, Time } from './shape.ts';

/** By when a step is to be done: at once, or the ladder of 2, 4 and 12 hours. */
export const stepHours = [0, 2, 4, 12] as const;
export type StepHours = (typeof stepHours)[number];

/** The most that one plan takes, in UTF-16 units. */
export const mostOfPlan = { steps: 40, name: 80, owner: 40, say: 300, trigger: 300 } as const;

const PlanStep = z.object({
  text: z.string().min(1).max(limits.title),
  owner: z.string().min(1).max(mostOfPlan.owner).optional(),
  hours: z.literal(stepHours),
});

/** What to do when something breaks. */
export const EmergencyPlan = z.object({
  id: Id,
  name: z.string().min(1).max(mostOfPlan.name),
  /** risk level: 0 is a hitch, 5 ends the broadcast */
  risk: z.number().int().min(0).max(5),
  /** when it is to be started */
  trigger: z.string().max(mostOfPlan.trigger),
  /** the first sentence to say */
  say: z.string().min(1).max(mostOfPlan.say),
  /** who answers for it */
  owner: z.string().max(mostOfPlan.owner),
  steps: z.array(PlanStep).min(1).max(mostOfPlan.steps),
  /** what was said is to be corrected, and the correction kept */
  corrects: z.literal(true).optional(),
});
export type EmergencyPlan = z.infer<typeof EmergencyPlan>;

/** `drill`: nothing had happened, it was practised. Each event says so for itself. */
const ofRun = { ...stamped, run: Id, drill: z.literal(true).optional() };

/** A person started an emergency plan, which stands here whole. */
export const PlanEvent = z.object({
  kind: z.literal('plan'),
  ...ofRun,
  plan: EmergencyPlan,
  /** the alarm it answers */
  alarm: Id.optional(),
});
export type PlanEvent = z.infer<typeof PlanEvent>;

/** A step was done, or was not after all. */
export const PlanStepEvent = z.object({
  kind: z.literal('plan-step'),
  ...ofRun,
  step: Count,
  undone: z.literal(true).optional(),
});
export type PlanStepEvent = z.infer<typeof PlanStepEvent>;

/** What somebody who carried a plan out wrote down. */
export const PlanNoteEvent = z.object({
  kind: z.literal('plan-note'),
  ...ofRun,
  text: z.string().min(1).max(limits.text),
});
export type PlanNoteEvent = z.infer<typeof PlanNoteEvent>;

/** How a plan may end: settled, with somebody else now, or not needed after all. */
export const planEnds = ['solved', 'handed', 'needless'] as const;
export type PlanEnd = (typeof planEnds)[number];

/** A plan is over, or was opened again. */
export const PlanCloseEvent = z.object({
  kind: z.literal('plan-close'),
  ...ofRun,
  how: z.enum(planEnds),
  undone: z.literal(true).optional(),
});
export type PlanCloseEvent = z.infer<typeof PlanCloseEvent>;

/**
 * A slip of the tongue was corrected on the spot: what was said, what was said instead, both times, and who. The record
 * that 直播电商监督管理办法 31(1) wants kept for three years (in force since 2026-02-01).
 */
export const CorrectionEvent = z.object({
  kind: z.literal('correction'),
  ...stamped,
  /** the run of a plan in which it was made */
  run: Id.optional(),
  said: z.string().min(1).max(limits.text),
  saidAt: Time,
  corrected: z.string().min(1).max(limits.text),
  correctedAt: Time,
  /** who spoke, as they call themselves */
  who: z.string().max(mostOfPlan.owner),
  drill: z.literal(true).optional(),
});
export type CorrectionEvent = z.infer<typeof CorrectionEvent>;
