import { EmergencyPlan } from '../model.ts';
import { z } from '../zod.ts';
import { mostPlans } from './schema.ts';

const File = z.object({ plans: z.array(z.unknown()).min(1).max(mostPlans) });

/** Plans as a file: JSON that a person can read and change. */
export const plansJson = (plans: readonly EmergencyPlan[]): string => JSON.stringify({ plans }, null, 2);

/** What is wrong with one plan of a file; lines and places are counted from 1. */
interface WrongPlan {
  line: number;
  index: number;
  /** empty where it has none */
  name: string;
  field: PlanField | null;
  /** the step whose field it is */
  step: number | null;
}

const planFields = [
  'id',
  'name',
  'risk',
  'trigger',
  'say',
  'owner',
  'steps',
  'text',
  'hours',
  'corrects',
] as const;
export type PlanField = (typeof planFields)[number];

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
  const isList = Array.isArray(value);
  const wrong = read.flatMap(({ one, found }, i): WrongPlan[] => {
    if (found.success) return [];
    const path = found.error.issues[0]?.path ?? [];
    const step = path.find((key) => typeof key === 'number');
    return [
      {
        line: lineAt(text, [...(isList ? [] : ['plans']), i, ...path]),
        index: i + 1,
        name: nameOf(one),
        field: planFields.find((name) => name === path.at(-1)) ?? null,
        step: step === undefined ? null : step + 1,
      },
    ];
  });
  if (wrong.length > 0) return { ok: false, kind: 'wrong', wrong };
  const plans = new Map(read.flatMap(({ found }) => (found.success ? [[found.data.id, found.data]] : [])));
  return { ok: true, plans: [...plans.values()] };
}

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

/** The line on which the value at a path stands in sound JSON; of one that is missing, the line of what should hold it. */
function lineAt(json: string, path: readonly PropertyKey[]): number {
  const token = /\s*(?:("(?:[^"\\]|\\.)*")|([[\]{}:,])|[^\s[\]{}:,"]+)/gy;
  const open: { key: PropertyKey; isList: boolean }[] = [];
  let best = { depth: -1, at: 0 };
  /** what comes next is a value, not the name of one */
  let isValue = true;
  for (let found = token.exec(json); found; found = token.exec(json)) {
    const [whole, quoted, mark] = found;
    const here = open.at(-1);
    if (mark === ']' || mark === '}') {
      open.pop();
      continue;
    }
    if (mark === ',' && here?.isList) here.key = Number(here.key) + 1;
    if (mark === ',' || mark === ':') {
      isValue = mark === ':' || here?.isList === true;
      continue;
    }
    if (!isValue && quoted && here) {
      here.key = JSON.parse(quoted);
      continue;
    }
    const depth = open.findIndex(({ key }, i) => key !== path[i]);
    const isOnPath = depth === -1 && open.length <= path.length;
    if (isOnPath && open.length > best.depth)
      best = { depth: open.length, at: token.lastIndex - whole.trimStart().length };
    if (mark) {
      open.push({ key: mark === '[' ? 0 : '', isList: mark === '[' });
      isValue = mark === '[';
    }
  }
  return json.slice(0, best.at).split('\n').length;
}
