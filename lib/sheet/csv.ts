/** Byte order mark: without it Excel reads UTF-8 as the local code page. */
export const bom = '\uFEFF';

/**
 * What a spreadsheet takes for a formula, also full-width and behind blanks or invisible characters
 * (OWASP CSV Injection; csv-stringify's list), and what looks as if it had been made safe before.
 */
const formula = /^'*[\s\p{Cf}\u3164\u2800]*[=+\-@\t\r\n＝＋－＠]/u;

/** What nearly every field begins with, told without the pattern: a letter, a digit or a Chinese character. */
const plainStart = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0x30 && unit <= 0x39) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x61 && unit <= 0x7a);

/**
 * What no formula begins with, told by a UTF-8 text's first two bytes without making a string of it. Never wrongly yes;
 * an empty text is none.
 */
export const isSafeStart = (first: number, second: number): boolean =>
  first < 0x80
    ? safeAscii[first] === 1
    : (first >= 0xe4 && first <= 0xe9) || (first === 0xf0 && second === 0x9f);
const safeAscii = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  unit > 0x20 && unit < 0x7f && !`"'+-=@`.includes(String.fromCharCode(unit)) ? 1 : 0,
);

/** One field: always quoted, quotes doubled, and led by an apostrophe when a spreadsheet would calculate it. */
export function csvField(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = plainStart(value.charCodeAt(0)) || !formula.test(value) ? value : `'${value}`;
  return safe.includes('"') ? `"${safe.replaceAll('"', '""')}"` : `"${safe}"`;
}

/** One line with its end, as RFC 4180 has it. */
export const csvLine = (values: readonly (string | number)[]): string =>
  `${values.map(csvField).join(',')}\r\n`;

/** A field as it was before `csvField` made it safe. */
const fieldText = (field: string): string =>
  field.startsWith("'") && formula.test(field.slice(1)) ? field.slice(1) : field;

/** One row of a table that came as text; `line` is where it begins, counted from 1. */
export interface Row {
  line: number;
  cells: string[];
}

const delimiters = ['\t', ',', ';'];
/** A quoted cell behind what may part cells; one that is never closed goes to the end. */
const quoted = /(^\uFEFF?|[\t,;])"[^"]*(?:""[^"]*)*"?/g;
/** The first line of a table is no longer. */
const looked = 100_000;

/** What a spreadsheet's clipboard, a CSV and a European CSV put between cells: the one the first line has most of. */
function delimiterOf(text: string): string {
  const plain = text.slice(0, looked).replace(quoted, '$1');
  const first = plain.slice(0, plain.search(/[\r\n]|$/));
  const counts = delimiters.map((delimiter) => first.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))]!;
}

/**
 * Reads CSV, or cells pasted from a spreadsheet. Empty rows are left out. Pure.
 *
 * A quote that is never closed holds the rest of the text, as it does in a spreadsheet.
 */
export function readTable(text: string, delimiter = delimiterOf(text)): Row[] {
  const rows: Row[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let line = 1;
  let began = 1;
  const endRow = () => {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: began, cells: cells.map(fieldText) });
    cells = [];
    cell = '';
  };
  for (let i = text.startsWith(bom) ? 1 : 0; i < text.length; i++) {
    const unit = text[i]!;
    if (unit === '\n') line++;
    if (isQuoted) {
      if (unit !== '"') cell += unit;
      else if (text[i + 1] === '"') cell += text[i++];
      else isQuoted = false;
    } else if (unit === '"' && cell === '') isQuoted = true;
    else if (unit === delimiter) {
      cells.push(cell);
      cell = '';
    } else if (unit === '\n' || unit === '\r') {
      if (unit === '\r' && text[i + 1] === '\n') {
        i++;
        line++;
      }
      endRow();
      began = line;
    } else cell += unit;
  }
  endRow();
  return rows;
}
