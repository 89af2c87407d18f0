import { ShowPlan } from '../model.ts';
import { z } from '../zod.ts';

export const mostShows = 200;

/** A run of show as it is kept. */
export const KeptShow = ShowPlan.extend({
  id: z.string().min(1).max(128),
  /** ms epoch at which it was added; the table's order */
  addedAt: z.number().int().min(0),
});
export type KeptShow = z.infer<typeof KeptShow>;
