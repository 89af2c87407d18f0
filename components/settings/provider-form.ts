import { presets } from '../../lib/llm/presets.ts';
import { type Provider, readAddress, usualBudget } from '../../lib/llm/provider.ts';

/** What stands in the fields. The key that is stored never does. */
export interface Fields {
  preset: Provider['preset'];
  address: string;
  key: string;
  model: string;
  perMinute: string;
  perSession: string;
}

export type Problem = 'no-address' | 'not-https' | 'no-key' | 'key-of-other' | 'no-model' | 'bad-budget';

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

/**
 * The fields as a provider with its match pattern, or the field that is wrong. An empty key field means the
 * stored key, but only for the host it was stored for: it must not go to another.
 */
export function readFields(
  fields: Fields,
  stored: Provider | null,
  { needsModel = true, now }: { needsModel?: boolean; now: number },
): { ok: true; provider: Provider; origin: string } | { ok: false; problem: Problem } {
  const where = readAddress(fields.address);
  if (!where.ok) return { ok: false, problem: where.why };
  const storedAt = stored && readAddress(stored.address);
  const isSameHost =
    storedAt?.ok === true && new URL(storedAt.address).origin === new URL(where.address).origin;
  const typed = fields.key.trim();
  const key = typed || (isSameHost ? (stored?.key ?? '') : '');
  if (key === '' && presets[fields.preset].needsKey && !where.isLocal)
    return { ok: false, problem: stored?.key && !isSameHost ? 'key-of-other' : 'no-key' };
  const model = fields.model.trim();
  if (needsModel && model === '') return { ok: false, problem: 'no-model' };
  const perMinute = budgetOf(fields.perMinute, 120);
  const perSession = budgetOf(fields.perSession, 10_000);
  if (perMinute === null || perSession === null) return { ok: false, problem: 'bad-budget' };
  const provider = {
    preset: fields.preset,
    address: where.address,
    key,
    model,
    perMinute,
    perSession,
    savedAt: now,
  };
  return { ok: true, provider, origin: where.origin };
}
