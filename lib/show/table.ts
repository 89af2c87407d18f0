import { limits, mostOfShow, type Segment, type SegmentPart, segmentParts } from '../model.ts';
import type { Row } from '../sheet/csv.ts';
import { lengthText, readLength, startOf } from './length.ts';

export const showColumns = ['name', 'part', 'length', 'product', 'owner', 'script', 'aim'] as const;
export type ShowColumn = (typeof showColumns)[number];

/** How columns and parts are called in a sheet, in one language. */
export interface ShowWords {
  columns: Record<ShowColumn, string>;
  parts: Record<SegmentPart, string>;
}

/** Why a line is no segment. */
export type SegmentProblem = 'no-name' | 'bad-length' | 'too-long';

/** One line from outside: a segment, or what is wrong in which column. `line` is counted from 1. */
type SegmentLine =
  | { line: number; cells: readonly string[]; segment: Segment }
  | { line: number; cells: readonly string[]; problem: SegmentProblem; column: ShowColumn };

export interface ShowLines {
  lines: SegmentLine[];
  /** the head as it stood there; null without one */
  head: readonly string[] | null;
  /** local time of day of the first line's span, if it has one */
  startsAt: string | null;
}

/** A draft of a segment, as cells have it. */
export type SegmentDraft = Partial<Record<ShowColumn, string>>;

const longest: Record<Exclude<ShowColumn, 'part' | 'length'>, number> = {
  name: mostOfShow.name,
  product: limits.title,
  owner: mostOfShow.owner,
  script: limits.text,
  aim: limits.title,
};

/** A segment from its cells, or the first that is wrong. A part nobody knows is `other`: its name says enough. */
export function segmentOf(
  draft: SegmentDraft,
  known: readonly ShowWords[],
): { segment: Segment } | { problem: SegmentProblem; column: ShowColumn } {
  const cell = (column: ShowColumn) => (draft[column] ?? '').replace(/\s+/g, ' ').trim();
  const part = partNamed(cell('part'), known) ?? partNamed(cell('name'), known);
  const name = cell('name') || cell('part');
  if (name === '') return { problem: 'no-name', column: 'name' };
  const length = readLength(cell('length'));
  if (length === null) return { problem: 'bad-length', column: 'length' };
  for (const column of ['name', 'product', 'owner', 'script', 'aim'] as const)
    if ((column === 'name' ? name : cell(column)).length > longest[column])
      return { problem: 'too-long', column };
  const optional = (['product', 'owner', 'script', 'aim'] as const).flatMap((column) =>
    cell(column) === '' ? [] : [[column, cell(column)] as const],
  );
  return { segment: { name, part: part ?? 'other', length, ...Object.fromEntries(optional) } };
}

/** Segments as the rows of a sheet, head first. */
export const showRows = (segments: readonly Segment[], words: ShowWords): string[][] => [
  showColumns.map((column) => words.columns[column]),
  ...segments.map((segment) => cellsOf(segment, words)),
];

/** A segment's cells, in the order of the columns. */
const cellsOf = (segment: Segment, words: ShowWords): string[] =>
  showColumns.map((column) => {
    if (column === 'part') return words.parts[segment.part];
    return column === 'length' ? lengthText(segment.length) : (segment[column] ?? '');
  });

/** Reads the rows of a sheet. Without a head the columns stand in our own order. */
export function readShowRows(rows: readonly Row[], known: readonly ShowWords[]): ShowLines {
  const [first] = rows;
  const heads = first?.cells.map((cell) => columnOf(cell.trim(), known)) ?? [];
  const hasHead = heads.filter((column) => column !== null).length >= 2;
  const columns = hasHead ? heads : showColumns;
  let startsAt: string | null = null;
  const lines = (hasHead ? rows.slice(1) : rows).map(({ line, cells }): SegmentLine => {
    const draft: SegmentDraft = {};
    for (const [at, column] of columns.entries()) {
      if (column === null) continue;
      draft[column] = [draft[column], cells[at]].filter(Boolean).join(' ');
    }
    startsAt ??= startOf(draft.length ?? '');
    return { line, cells, ...segmentOf(draft, known) };
  });
  return { lines, head: hasHead ? (first?.cells ?? null) : null, startsAt };
}

/** How else a column is called where people plan broadcasts. */
const otherHeads: Record<string, ShowColumn> = {
  环节名称: 'name',
  流程: 'name',
  内容: 'name',
  segment: 'name',
  name: 'name',
  阶段: 'part',
  type: 'part',
  时长: 'length',
  时间: 'length',
  时间段: 'length',
  分钟: 'length',
  length: 'length',
  duration: 'length',
  time: 'length',
  链接: 'product',
  链接号: 'product',
  商品名称: 'product',
  负责人: 'owner',
  责任人: 'owner',
  人员: 'owner',
  口播: 'script',
  台词: 'script',
  讲解要点: 'script',
  目的: 'aim',
  目标: 'aim',
  备注: 'aim',
};

function columnOf(head: string, known: readonly ShowWords[]): ShowColumn | null {
  for (const { columns } of known) {
    const own = showColumns.find((column) => columns[column].toLowerCase() === head.toLowerCase());
    if (own) return own;
  }
  const bare = head.toLowerCase().replace(/[（(].*$/, '');
  return otherHeads[bare] ?? showColumns.find((column) => column === bare) ?? null;
}

function partNamed(text: string, known: readonly ShowWords[]): SegmentPart | null {
  if (text === '') return null;
  return (
    segmentParts.find(
      (part) => part === text || known.some(({ parts }) => parts[part].toLowerCase() === text.toLowerCase()),
    ) ?? null
  );
}
