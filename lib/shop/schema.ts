import { productCategories } from '../compliance/types.ts';
import { limits } from '../limits.ts';
import { intents, objections, scenes } from '../reply/types.ts';
import { z } from '../zod.ts';

/** The most that a shop's tables take. */
export const most = { scripts: 50_000, products: 5000, examples: 200, facts: 60 } as const;

const Id = z.string().min(1).max(128);
/** ms epoch at which it was added; the table's order */
const AddedAt = z.number().int().min(0);

/** A reply of the shop's own, as it is kept. */
export const ShopScript = z.object({
  id: Id,
  addedAt: AddedAt,
  text: z.string().min(1).max(limits.text),
  examples: z.array(z.string().min(1).max(limits.title)).max(most.examples),
  intent: z.enum(intents),
  scene: z.enum(scenes),
  objection: z.enum(objections).optional(),
  /** id in the table of products */
  product: Id.optional(),
  /** typed behind a slash to call it */
  code: z.string().min(1).max(20).optional(),
});
export type ShopScript = z.infer<typeof ShopScript>;

/** What the shop says of one product, as it is kept. */
export const ShopProduct = z.object({
  id: Id,
  addedAt: AddedAt,
  names: z.string().min(1).max(500),
  /** link number in the room, in digits */
  link: z
    .string()
    .regex(/^\d{1,3}$/)
    .optional(),
  category: z.enum(productCategories).optional(),
  facts: z
    .array(z.object({ label: z.string().min(1).max(20), value: z.string().min(1).max(limits.title) }))
    .max(most.facts),
});
export type ShopProduct = z.infer<typeof ShopProduct>;

/** Which of the replies we bring along are used. */
export const StarterSettings = z.object({
  isOn: z.boolean(),
  /** trades whose replies are left out */
  off: z.array(z.string().max(40)).max(40),
});
export type StarterSettings = z.infer<typeof StarterSettings>;

export const emptyStarter: StarterSettings = { isOn: true, off: [] };
