import { EmergencyPlan } from '../model.ts';
import { z } from '../zod.ts';
import { planTemplates } from './templates.ts';

export const mostPlans = 200;

/** An emergency plan of the shop's own, or one of ours as the shop changed it; ours keep their id. */
export const KeptPlan = EmergencyPlan.extend({
  /** ms epoch at which it was added; the table's order */
  addedAt: z.number().int().min(0),
});
export type KeptPlan = z.infer<typeof KeptPlan>;

/** All plans there are: ours as the shop has them now, then its own. */
export const allPlans = (kept: readonly KeptPlan[]): EmergencyPlan[] => {
  const changed = new Map(kept.map(({ addedAt: _, ...plan }) => [plan.id, plan]));
  const ours = new Set(planTemplates.map(({ id }) => id));
  return [
    ...planTemplates.map((plan) => changed.get(plan.id) ?? plan),
    ...[...changed.values()].filter(({ id }) => !ours.has(id)),
  ];
};
