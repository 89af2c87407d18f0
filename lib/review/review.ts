import { z } from '../zod.ts';

/** Who must have looked before something new is used: nobody, an operator, or an operator and then legal. */
export const reviewNeeds = ['none', 'operator', 'legal'] as const;
export type ReviewNeed = (typeof reviewNeeds)[number];

/** Where something stands; `draft` waits for its writer, `operator` and `legal` for them. */
const reviewStates = ['draft', 'operator', 'legal', 'approved'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** What is looked at: a script, or a word or phrase of the shop's own. */
const reviewKinds = ['script', 'term', 'phrase'] as const;
export type ReviewKind = (typeof reviewKinds)[number];

export const reviewDeeds = ['made', 'submit', 'approve', 'return'] as const;
const Step = z.object({
  /** ms epoch */
  at: z.number().int(),
  /** as they call themselves; nobody logs in here */
  who: z.string().max(40),
  did: z.enum(reviewDeeds),
  to: z.enum(reviewStates),
  note: z.string().max(500),
});
export type ReviewStep = z.infer<typeof Step>;

/** What became of one thing: kept from when it was made or changed, with every step. */
export const Review = z.object({
  /** see `reviewId` */
  id: z.string().max(200),
  kind: z.enum(reviewKinds),
  /** the words that were looked at: others are looked at anew */
  text: z.string().max(5000),
  state: z.enum(reviewStates),
  /** when it came to stand there (ms epoch) */
  at: z.number().int(),
  steps: z.array(Step).max(200),
});
export type Review = z.infer<typeof Review>;

/** A script by its id, a word by itself. */
export const reviewId = (kind: ReviewKind, of: string): string => `${kind}:${of}`;

/** The stricter of two needs. */
export const stricterNeed = (a: ReviewNeed, b: ReviewNeed): ReviewNeed =>
  reviewNeeds.indexOf(a) >= reviewNeeds.indexOf(b) ? a : b;

interface Deed {
  who: string;
  at: number;
  note?: string;
}

/** A thing that was just made or changed; earlier steps stay with it. */
export function drafted(
  id: string,
  kind: ReviewKind,
  text: string,
  { who, at }: Deed,
  before?: Review,
): Review {
  const step: ReviewStep = { at, who, did: 'made', to: 'draft', note: '' };
  return { id, kind, text, state: 'draft', at, steps: [...(before?.steps ?? []), step].slice(-most) };
}

/** What can be done with it next. */
export const nextDeeds = ({ state }: Review): readonly ('submit' | 'approve' | 'return')[] =>
  state === 'draft' ? ['submit'] : state === 'approved' ? ['return'] : ['approve', 'return'];

/** One step on, or back to its writer with a note; null when that cannot be done from where it stands. */
export function moved(
  review: Review,
  did: 'submit' | 'approve' | 'return',
  need: ReviewNeed,
  { who, at, note = '' }: Deed,
): Review | null {
  // what is sent back says why
  if (!nextDeeds(review).includes(did) || (did === 'return' && note.trim() === '')) return null;
  const to: ReviewState =
    did === 'return'
      ? 'draft'
      : did === 'submit'
        ? need === 'none'
          ? 'approved'
          : 'operator'
        : review.state === 'operator' && need === 'legal'
          ? 'legal'
          : 'approved';
  const step: ReviewStep = { at, who, did, to, note: note.trim().slice(0, 500) };
  return { ...review, state: to, at, steps: [...review.steps, step].slice(-most) };
}

/** Whether it must wait before it is used. */
export const isPending = (review: Review | undefined, need: ReviewNeed): boolean =>
  need !== 'none' && review !== undefined && review.state !== 'approved';

/** Who sent it back last and why; null when nobody did since it was sent on. */
export function lastReturn({ state, steps }: Review): ReviewStep | null {
  const last = steps.at(-1);
  return state === 'draft' && last?.did === 'return' ? last : null;
}

const most = 200;
