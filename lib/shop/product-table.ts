import type { Fact } from '../assist/types.ts';
import type { ProductCategory } from '../compliance/types.ts';
import { limits } from '../limits.ts';
import type { Row } from '../sheet/csv.ts';
import { type Incoming, oneLine, type RowProblem, shown } from './incoming.ts';
import { most, type ShopProduct } from './schema.ts';
import { idOf } from './script-table.ts';

/** A product as a person brings it. */
export interface ProductDraft {
  id?: string;
  names: string;
  link?: string;
  category?: ProductCategory;
  facts: Fact[];
}

/** Facts that have a column of their own, by their label. */
export const namedFacts = ['价格', '尺码', '库存', '发货', '证书'] as const;

const ownColumns = ['id', 'link', 'names', 'category', 'more'] as const;
type OwnColumn = (typeof ownColumns)[number];

/** How columns and values are called in a sheet, in one language. A named fact's head is its label in any language. */
export interface ProductWords {
  columns: Record<OwnColumn, string>;
  facts: Record<(typeof namedFacts)[number], string>;
  categories: Record<ProductCategory, string>;
}

/** A line that was read, or what the table does not take. */
export function incomingProduct(line: number, draft: ProductDraft): Incoming<ProductDraft> {
  const link = draft.link?.match(/^\s*(\d{1,3})\s*(号.*)?$/)?.[1];
  const names = oneLine(draft.names);
  const facts = draft.facts
    .map(({ label, value }) => ({ label: oneLine(label).replace(/[:：]/g, ''), value: oneLine(value) }))
    .filter(({ label, value }) => label !== '' && value !== '');
  const problem = problemOf({ ...draft, names, facts }, link);
  if (problem) return { line, problem, shown: shown(names || (draft.id ?? '')) };
  const { link: _, ...rest } = draft;
  return { line, draft: { ...rest, names, facts, ...(link && { link: String(Number(link)) }) } };
}

function problemOf(
  { id, names, facts, link: raw }: ProductDraft,
  link: string | undefined,
): RowProblem | null {
  if (names === '') return 'no-name';
  if (names.length > 500) return 'text-too-long';
  if ((id ?? '').length > 128) return 'id-too-long';
  if (raw !== undefined && raw.trim() !== '' && link === undefined) return 'bad-link';
  if (facts.length > most.facts) return 'too-many-facts';
  if (facts.some(({ label, value }) => label.length > 20 || value.length > limits.title))
    return 'fact-too-long';
  return null;
}

/** The products as the rows of a sheet, head first; facts without a column stand in the last one, a line each. */
export const productRows = (products: readonly ShopProduct[], words: ProductWords): string[][] => [
  [
    words.columns.id,
    words.columns.link,
    words.columns.names,
    words.columns.category,
    ...namedFacts.map((label) => words.facts[label]),
    words.columns.more,
  ],
  ...products.map(({ id, link = '', names, category, facts }) => {
    const named = namedFacts.map((label) => facts.find((fact) => fact.label === label));
    return [
      id,
      link,
      names,
      category ? words.categories[category] : '',
      ...named.map((fact) => fact?.value ?? ''),
      facts
        .filter((fact) => !named.includes(fact))
        .map(({ label, value }) => `${label}：${value}`)
        .join('\n'),
    ];
  }),
];

/** Reads the rows of a sheet; a head that is none of ours is the label of a fact. Null when no head says where the names are. */
export function readProductRows(
  rows: readonly Row[],
  known: readonly ProductWords[],
): Incoming<ProductDraft>[] | null {
  const [head, ...body] = rows;
  if (!head) return null;
  const columns = head.cells.map((cell) => columnOf(cell.trim(), known));
  if (!columns.some((column) => column.own === 'names')) return null;
  return body.map(({ line, cells }) => {
    const draft: ProductDraft = { names: '', facts: [] };
    for (const [at, column] of columns.entries()) {
      const cell = (cells[at] ?? '').trim();
      if (cell === '') continue;
      if (column.own === 'category') {
        const category = idOf(
          cell,
          known.map(({ categories }) => categories),
        );
        if (!category) return { line, problem: 'unknown-category' as const, shown: shown(cell) };
        draft.category = category;
      } else if (column.own === 'more') draft.facts.push(...readFacts(cell));
      else if (column.own) draft[column.own] = cell;
      else if (column.label) draft.facts.push({ label: column.label, value: cell });
    }
    return incomingProduct(line, draft);
  });
}

/** Facts as a person writes them: a line each, label and value apart by a colon; the first colon counts. */
export const readFacts = (text: string): Fact[] =>
  text.split('\n').flatMap((line) => {
    const at = line.search(/[:：]/);
    const [label, value] = at < 0 ? ['', ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    return label && value ? [{ label, value }] : [];
  });

const otherHeads: Record<string, OwnColumn> = {
  商品名: 'names',
  商品名称: 'names',
  名称: 'names',
  标题: 'names',
  name: 'names',
  title: 'names',
  链接: 'link',
  商品编号: 'id',
  商品ID: 'id',
};

function columnOf(head: string, known: readonly ProductWords[]): { own?: OwnColumn; label?: string } {
  for (const { columns, facts } of known) {
    const own = ownColumns.find((column) => columns[column] === head || column === head);
    if (own) return { own };
    const label = namedFacts.find((name) => facts[name] === head || name === head);
    if (label) return { label };
  }
  return otherHeads[head] ? { own: otherHeads[head] } : { label: head };
}
