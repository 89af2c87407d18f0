import type { Phrase, Term } from '../compliance/types.ts';
import { bom, csvLine } from '../sheet/csv.ts';
import { writeXlsx } from '../sheet/xlsx.ts';
import type { ListContent } from './word-list.ts';

/** The kinds of files a list is written as. Text has no column for where a term holds. */
export const listFormats = ['txt', 'csv', 'xlsx', 'json'] as const;
export type ListFormat = (typeof listFormats)[number];

const head = ['word', 'severity', 'basis', 'platform', 'product', 'room', 'session', 'until'];

/** A list as a file that `readList` reads again; spreadsheets calculate nothing in it. */
export function writeList(name: string, content: ListContent, format: ListFormat): Blob {
  switch (format) {
    case 'json':
      return new Blob([`${JSON.stringify({ name, ...content })}\n`], { type: 'application/json' });
    case 'txt':
      return new Blob([`# Title: ${oneLine(name)}\n`, ...textLines(content)], { type: 'text/plain' });
    case 'csv':
      return new Blob([bom, csvLine(head), ...rowsOf(content).map(csvLine)], { type: 'text/csv' });
    case 'xlsx':
      return writeXlsx([head, ...rowsOf(content)]);
  }
}

const oneLine = (text: string): string => text.replace(/[\r\n\t]+/g, ' ');

/** Every term has its severity beside it: without the tab a comma in it would part it. */
function textLines({ terms, allow }: ListContent): string[] {
  return [
    ...terms.map(({ text, severity, basis }) =>
      [text, severity, ...(basis ? [basis] : [])].map(oneLine).join('\t').concat('\n'),
    ),
    ...allow.map(({ text }) => `${oneLine(text)}\tallow\n`),
  ];
}

const rowsOf = ({ terms, allow }: ListContent): string[][] => [
  ...terms.map((term) => rowOf(term, term.severity, term.basis)),
  ...allow.map((phrase) => rowOf(phrase, 'allow')),
];

function rowOf({ text, scope = {} }: Phrase | Term, level: string, basis = ''): string[] {
  const { platform, product, room, session, until } = scope;
  const moment = until === undefined ? '' : momentText(until);
  return [text, level, basis, platform ?? '', product ?? '', room ?? '', session ?? '', moment];
}

/** Local date and time; to the second. */
function momentText(at: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const date = new Date(at);
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}
