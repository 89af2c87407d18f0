import {
  type Level,
  type Profile,
  productCategories,
  type Switched,
  type Term,
} from '../compliance/types.ts';
import { ListTerm } from '../lists/word-list.ts';
import { platformIds } from '../model.ts';
import { z } from '../zod.ts';

/** The most profiles a shop keeps, and the most words of one. */
export const most = { profiles: 50, terms: 500, name: 40 } as const;

const Ids = z.array(z.string().min(1).max(128)).max(200);
const Minute = z.number().int().min(0).max(1440);

/** A profile as it comes from a form or a file. */
export const ProfileRow: z.ZodType<Profile> = z.object({
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(most.name),
  when: z.object({
    platforms: z.array(z.enum(platformIds)).min(1).optional(),
    rooms: Ids.min(1).optional(),
    products: z.array(z.enum(productCategories)).min(1).optional(),
    hours: z.object({ from: Minute, to: Minute }).optional(),
  }),
  product: z.enum(productCategories).optional(),
  lists: z.object({ on: Ids, off: Ids }),
  levels: z.record(z.string().max(128), z.enum(['S3', 'S2', 'S1'] as const satisfies readonly Level[])),
  terms: z.array(ListTerm as z.ZodType<Term>).max(most.terms),
});

export const SwitchedRow: z.ZodType<Switched> = z.object({
  profile: z.string().max(64),
  isOn: z.boolean(),
  room: z.string().max(128).optional(),
  at: z.number().int(),
  until: z.number().int().optional(),
});
