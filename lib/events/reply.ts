import { limits } from '../limits.ts';
import { z } from '../zod.ts';
import { Finding, Id, stamped } from './shape.ts';

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
