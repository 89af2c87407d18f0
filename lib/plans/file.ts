import { EmergencyPlan } from '../model.ts';
import { z } from '../zod.ts';
import { mostPlans } from './schema.ts';

const File = z.object({ plans: z.array(z.unknown()).min(1).max(mostPlans) });

/** Plans as a file: JSON that a person can read and change. */
export const plansJson = (plans: readonly EmergencyPlan[]): string => JSON.stringify({ plans }, null, 2);

/** What is wrong with one plan of a file: its place from 1, its name where it has one, and the field. */
interface WrongPlan {
  index: number;
  name: string;
  where: string;
}

export type ReadPlans =
  | { ok: true; plans: EmergencyPlan[] }
  /** `line` is counted from 1 */
  | { ok: false; kind: 'not-json'; line: number }
  | { ok: false; kind: 'not-plans' }
  | { ok: false; kind: 'wrong'; wrong: WrongPlan[] };

/** Reads a file of plans, all of them or none. The last of those with the same id counts. */
export function readPlansJson(text: string): ReadPlans {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, kind: 'not-json', line: lineOf(text, error) };
  }
  const file = File.safeParse(Array.isArray(value) ? { plans: value } : value);
  if (!file.success) return { ok: false, kind: 'not-plans' };
  const read = file.data.plans.map((one) => ({ one, found: EmergencyPlan.safeParse(one) }));
  const wrong = read.flatMap(({ one, found }, i) =>
    found.success
      ? []
      : [{ index: i + 1, name: nameOf(one), where: placeOf(found.error.issues[0]?.path ?? []) }],
  );
  if (wrong.length > 0) return { ok: false, kind: 'wrong', wrong };
  const plans = new Map(read.flatMap(({ found }) => (found.success ? [[found.data.id, found.data]] : [])));
  return { ok: true, plans: [...plans.values()] };
}

/** `steps[2].text`: the third step's words. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key, i) => (typeof key === 'number' ? `[${key + 1}]` : `${i > 0 ? '.' : ''}${String(key)}`))
    .join('');

const nameOf = (one: unknown): string => {
  const { name } = (one ?? {}) as { name?: unknown };
  return typeof name === 'string' ? name.slice(0, 40) : '';
};

/** V8 tells the place, or quotes what stands there. */
function lineOf(text: string, error: unknown): number {
  const told = error instanceof Error ? error.message : '';
  const line = told.match(/line (\d+)/)?.[1];
  if (line) return Number(line);
  const at = told.match(/position (\d+)/)?.[1];
  return text.slice(0, at === undefined ? text.length : Number(at)).split('\n').length;
}
