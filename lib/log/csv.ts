/** Byte order mark: without it Excel reads UTF-8 as the local code page. */
export const bom = '\uFEFF';

/**
 * What a spreadsheet takes for a formula, also full-width and behind blanks or invisible characters
 * (OWASP CSV Injection; csv-stringify's list).
 */
const formula = /^[\s\p{Cf}\u3164\u2800]*[=+\-@\t\r\n＝＋－＠]/u;

/** One field: always quoted, quotes doubled, and led by an apostrophe when a spreadsheet would calculate it. */
export function csvField(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** One line with its end, as RFC 4180 has it. */
export const csvLine = (values: readonly (string | number)[]): string =>
  `${values.map(csvField).join(',')}\r\n`;
