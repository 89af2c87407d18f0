import type { EmergencyPlan } from '../model.ts';
import data from './data/templates.json' with { type: 'json' };

/** The emergencies we bring plans for, by the plan's id. */
export const planIds = [
  'out-of-stock',
  'wrong-price',
  'broken-link',
  'slip',
  'complaints',
  'raid',
  'host-ill',
  'platform-warning',
  'network',
  'ban',
] as const;

/** The plans we bring along, as a shop has them until it edits them. */
export const planTemplates = data as readonly EmergencyPlan[];
