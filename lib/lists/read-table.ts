import type { Scope } from '../compliance/types.ts';
import type { Row } from '../sheet/csv.ts';
import type { RawEntry } from './read-entries.ts';
import { columns } from './read-text.ts';

const titles: Record<'text' | 'level' | 'basis' | keyof Scope, RegExp> = {
  text: /^(词|词语|词条|词汇|违禁词|敏感词|极限词|禁用词|关键词|words?|text|terms?|keywords?|sensitive_?words?)$/i,
  level: /^(级别|等级|风险|风险等级|severity|level|risk)$/i,
  basis: /^(依据|原因|理由|类别|分类|类型|说明|basis|reason|category|type)$/i,
  platform: /^(平台|platform)$/i,
  product: /^(品类|类目|product)$/i,
  room: /^(直播间|room)$/i,
  session: /^(场次|session)$/i,
  until: /^(到期|有效期至|until)$/i,
};
type Column = keyof typeof titles;

const columnOf = (title: string): Column | undefined =>
  (Object.keys(titles) as Column[]).find((column) => titles[column].test(title.trim()));

/** Whether a row names the columns: one of them is the word's. */
export const isHead = ({ cells }: Row): boolean => cells.some((cell) => columnOf(cell) === 'text');

/** The rows of a table, with a head or without. */
export function* readRows(rows: readonly Row[]): Generator<RawEntry> {
  const [first] = rows;
  const head = first && isHead(first) ? first.cells.map(columnOf) : null;
  for (const { line, cells } of head ? rows.slice(1) : rows) {
    if (!head) {
      yield columns(cells, line);
      continue;
    }
    const entry: RawEntry = { line, text: '' };
    for (const [i, cell] of cells.entries()) {
      const column = head[i];
      if (!column || cell.trim() === '') continue;
      if (column === 'text' || column === 'level' || column === 'basis') entry[column] ??= cell;
      if (column === 'text') entry.text = cell;
      else if (column !== 'level' && column !== 'basis') entry.where = { ...entry.where, [column]: cell };
    }
    yield entry;
  }
}
