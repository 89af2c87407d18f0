import { presets } from '../../lib/llm/presets.ts';
import { type Provider, usualBudget } from '../../lib/llm/provider.ts';
import { type EndpointProblem, readEndpoint } from './endpoint.ts';

/** What stands in the fields. The key that is stored never does. */
export interface Fields {
  preset: Provider['preset'];
  address: string;
  key: string;
  model: string;
  perMinute: string;
  perSession: string;
}

export type Problem = EndpointProblem | 'no-model' | 'bad-budget';

/** The fields as they stand before anything is typed. */
export const fieldsOf = (stored: Provider | null): Fields => ({
  preset: stored?.preset ?? 'deepseek',
  address: stored?.address ?? presets.deepseek.address,
  key: '',
  model: stored?.model ?? '',
  perMinute: String(stored?.perMinute ?? usualBudget.perMinute),
  perSession: String(stored?.perSession ?? usualBudget.perSession),
});

const budgetOf = (typed: string, most: number): number | null => {
  const count = Number(typed);
  return Number.isInteger(count) && count >= 1 && count <= most ? count : null;
};

/** The fields as a provider with its match pattern, or the field that is wrong. */
export function readFields(
  fields: Fields,
  stored: Provider | null,
  { needsModel = true, now }: { needsModel?: boolean; now: number },
): { ok: true; provider: Provider; origin: string } | { ok: false; problem: Problem } {
  const where = readEndpoint(fields, stored, presets[fields.preset].needsKey);
  if (!where.ok) return where;
  const model = fields.model.trim();
  if (needsModel && model === '') return { ok: false, problem: 'no-model' };
  const perMinute = budgetOf(fields.perMinute, 120);
  const perSession = budgetOf(fields.perSession, 10_000);
  if (perMinute === null || perSession === null) return { ok: false, problem: 'bad-budget' };
  const provider = {
    preset: fields.preset,
    address: where.address,
    key: where.key,
    model,
    perMinute,
    perSession,
    savedAt: now,
  };
  return { ok: true, provider, origin: where.origin };
}
