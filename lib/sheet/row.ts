import { type Filling, put, putNumber } from './batch.ts';
import { xmlText } from './xlsx.ts';

/** A cell: a text, a number, a date as its serial number, or nothing. */
export type Cell = string | number | null;

/** A text as UTF-8, from…to in `bytes`, that XML takes as it stands: `isPlain` tells whether it does. */
export interface Plain {
  bytes: Uint8Array;
  from: number;
  to: number;
}

/** How the cells of a column begin. */
export interface RowColumn {
  letters: string;
  /** attribute of its numbers */
  style: string;
  opening: Uint8Array;
  behindRow: Uint8Array;
}

const encoder = new TextEncoder();

export const columnOf = (index: number, style: string): RowColumn => ({
  letters: letters(index),
  style,
  opening: encoder.encode(`<c r="${letters(index)}`),
  behindRow: encoder.encode(`"${style}><v>`),
});

/** Longest text of a cell (Excel's limit). */
const longestText = 32_767;

/** What is not written as it is: marks of XML, half characters, and what XML cannot hold. */
const special = /[&<>"_\p{Cc}\p{Surrogate}\ufffe\uffff]/u;

/** Blanks that XML would let go of. */
const blank = /^\s|\s$|\s\s/;
const keep = ' xml:space="preserve"';

export const textCell = (place: string, text: string, style = ''): string =>
  `<c r="${place}" t="inlineStr"${style}><is><t${blank.test(text) ? keep : ''}>${special.test(text) ? xmlText(text.slice(0, longestText)) : text.slice(0, longestText)}</t></is></c>`;

/** A row as XML; nothing in it is calculated. */
export function rowText(row: number, cells: readonly Cell[], columns: readonly RowColumn[]): string {
  let text = `<row r="${row}">`;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (cell === null || cell === undefined || cell === '') continue;
    const { letters: column, style } = columns[i]!;
    if (typeof cell === 'string') text += textCell(`${column}${row}`, cell);
    else if (Number.isFinite(cell)) text += `<c r="${column}${row}"${style}><v>${cell}</v></c>`;
  }
  return `${text}</row>`;
}

const [rowHead, rowEnd, headEnd, textHead, textEnd, numberEnd] = [
  '<row r="',
  '</row>',
  '">',
  '" t="inlineStr"><is><t>',
  '</t></is></c>',
  '</v></c>',
].map((part) => encoder.encode(part)) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
/** Most bytes around a cell's text, or of a number with what is around it. */
const aroundCell = 80;

/** Most bytes that a row of plain texts takes. */
export function sizeOfRow(cells: readonly (Plain | number | null)[]): number {
  let size = aroundCell;
  for (const cell of cells)
    size += aroundCell + (cell !== null && typeof cell === 'object' ? cell.to - cell.from : 0);
  return size;
}

/** Writes what `rowText` gives of the same texts; numbers are finite. */
export function putRow(
  filling: Filling,
  row: number,
  cells: readonly (Plain | number | null)[],
  columns: readonly RowColumn[],
): void {
  putAll(filling, rowHead);
  const from = filling.at;
  putNumber(filling, row);
  const to = filling.at;
  putAll(filling, headEnd);
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (cell === null || cell === undefined) continue;
    const column = columns[i]!;
    if (typeof cell === 'object' && cell.from === cell.to) continue;
    putAll(filling, column.opening);
    put(filling, filling.bytes, from, to);
    if (typeof cell === 'object') {
      putAll(filling, textHead);
      put(filling, cell.bytes, cell.from, cell.to);
      putAll(filling, textEnd);
    } else {
      putAll(filling, column.behindRow);
      putDecimal(filling, cell);
      putAll(filling, numberEnd);
    }
  }
  putAll(filling, rowEnd);
}

const putAll = (filling: Filling, bytes: Uint8Array): void => put(filling, bytes, 0, bytes.length);

function putDecimal(filling: Filling, value: number): void {
  if (Number.isSafeInteger(value) && value >= 0) putNumber(filling, value);
  else {
    const digits = String(value);
    for (let i = 0; i < digits.length; i++) filling.bytes[filling.at++] = digits.charCodeAt(i);
  }
}

const [refused, gap, look] = [1, 2, 3];
/** What of UTF-8 may not stand in XML as it is, or only alone, or may be the beginning of such. */
const kinds = Uint8Array.from({ length: 256 }, (_, unit) => {
  if (unit < 0x20 || unit === 0x7f || '&<>"_'.includes(String.fromCharCode(unit))) return refused;
  if (unit === 0x20) return gap;
  // controls and wide blanks among C2…, E1 9A…, E2 80…, E2 81…, E3 80 80, EF BB BF, and EF BF BE…
  return [0xc2, 0xe1, 0xe2, 0xe3, 0xef].includes(unit) ? look : 0;
});

/** Whether a text, as UTF-8, is written into XML as it is. Never wrongly yes, seldom wrongly no. */
export function isPlain(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from > longestText || bytes[from] === 0x20 || bytes[to - 1] === 0x20) return false;
  for (let i = from; i < to; i++) {
    const kind = kinds[bytes[i]!]!;
    if (kind === 0) continue;
    if (kind === refused) return false;
    if (kind === gap) {
      if (bytes[i + 1] === 0x20) return false;
    } else if (isOdd(bytes[i]!, bytes[i + 1]!, bytes[i + 2]!)) return false;
  }
  return true;
}

const isOdd = (first: number, second: number, third: number): boolean =>
  first === 0xc2
    ? second <= 0xa0
    : first === 0xe1
      ? second === 0x9a
      : first === 0xe2
        ? second === 0x81 || (second === 0x80 && (third <= 0x8a || third >= 0xa8))
        : first === 0xe3
          ? second === 0x80 && third === 0x80
          : second === 0xbb || second === 0xbf;

/** A text that is known before and has single blanks at most, such as what a kind is called. */
export function plainOf(text: string): Plain {
  const bytes = encoder.encode(xmlText(text));
  return { bytes, from: 0, to: bytes.length };
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
