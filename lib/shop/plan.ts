import { readComment } from '../reply/read.ts';
import type { Incoming, RowProblem, ScriptDraft } from './incoming.ts';
import { type Issue, inspectScript, isGrave, type JudgeReply } from './inspect.ts';
import type { ProductDraft } from './product-table.ts';
import { most, type ShopProduct, type ShopScript } from './schema.ts';
import { bareText } from './twins.ts';

/** What becomes of one line that a person brings. */
export type Planned<Row> =
  | { line: number; state: 'wrong'; problem: RowProblem; shown: string }
  /** `same`: it stands in the table already, or in an earlier line */
  | { line: number; state: 'new' | 'changed' | 'same'; row: Row; issues: readonly Issue[] };

interface World {
  /** ms epoch */
  now: number;
  newId(): string;
}

/**
 * What would become of scripts from outside. A line replaces the script of its id, else adds to the one of its words;
 * what it does not say stays as it is, and an intent nobody gave is read from the first question.
 */
export function planScripts(
  incoming: readonly Incoming<ScriptDraft>[],
  existing: readonly ShopScript[],
  { judge, products, ...world }: World & { judge: JudgeReply; products: readonly ShopProduct[] },
): Planned<ShopScript>[] {
  const byId = new Map(existing.map((script) => [script.id, script]));
  const standing = new Map(existing.map((script) => [wordsKey(script), script]));
  const byWords = new Map(standing);
  return incoming.map((one, index) => {
    if ('problem' in one) return { ...one, state: 'wrong' };
    const { line, draft } = one;
    const named = draft.id === undefined ? undefined : byId.get(draft.id);
    // two lines of a file that both have an id are two scripts, whatever they say
    const known = named ?? (draft.id === undefined ? byWords : standing).get(wordsKey(draft));
    const row: ShopScript = {
      ...(known ?? {
        id: draft.id ?? world.newId(),
        addedAt: world.now + index,
        scene: 'conversion' as const,
      }),
      intent: known?.intent ?? guessIntent(draft),
      ...withoutId(draft),
      examples: named
        ? draft.examples
        : [...new Set([...(known?.examples ?? []), ...draft.examples])].slice(0, most.examples),
    };
    byId.set(row.id, row);
    byWords.set(wordsKey(row), row);
    const state = !known ? 'new' : isSame(known, row) ? 'same' : 'changed';
    return { line, state, row, issues: inspectScript(row, { judge, products }) };
  });
}

/** What would become of products from outside: a line changes the product of its id, else of its link number. */
export function planProducts(
  incoming: readonly Incoming<ProductDraft>[],
  existing: readonly ShopProduct[],
  { now, newId }: World,
): Planned<ShopProduct>[] {
  const byId = new Map(existing.map((product) => [product.id, product]));
  const byLink = new Map(
    existing.flatMap((product) => (product.link ? [[product.link, product] as const] : [])),
  );
  return incoming.map((one, index) => {
    if ('problem' in one) return { ...one, state: 'wrong' };
    const { line, draft } = one;
    const known = draft.id === undefined ? byLink.get(draft.link ?? '') : byId.get(draft.id);
    const labels = new Set(draft.facts.map(({ label }) => label));
    const row: ShopProduct = {
      ...(known ?? { id: draft.id ?? newId(), addedAt: now + index }),
      ...withoutId(draft),
      facts: [...draft.facts, ...(known?.facts ?? []).filter(({ label }) => !labels.has(label))].slice(
        0,
        most.facts,
      ),
    };
    byId.set(row.id, row);
    if (row.link) byLink.set(row.link, row);
    return { line, state: !known ? 'new' : isSame(known, row) ? 'same' : 'changed', row, issues: [] };
  });
}

/** Rows to take: the new and the changed; those that could not be used only when somebody wants them, too. */
export function rowsToTake<Row extends { id: string }>(
  planned: readonly Planned<Row>[],
  withBlocked: boolean,
): Row[] {
  const rows = new Map<string, Row>();
  for (const one of planned) {
    if (one.state === 'wrong' || one.state === 'same') continue;
    if (!withBlocked && one.issues.some(isGrave)) continue;
    rows.set(one.row.id, one.row);
  }
  return [...rows.values()];
}

const wordsKey = ({ text, product = '' }: ScriptDraft): string => `${product}\n${bareText(text)}`;

const withoutId = <Draft extends { id?: string }>({ id: _, ...rest }: Draft): Omit<Draft, 'id'> => rest;

function guessIntent({ examples }: ScriptDraft): ShopScript['intent'] {
  const [first] = examples;
  return first === undefined ? 'other' : readComment(first).intent;
}

const sorted = (_: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const isSame = (before: object, after: object): boolean =>
  JSON.stringify(before, sorted) === JSON.stringify(after, sorted);
