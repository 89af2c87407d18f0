import type { Row } from './csv.ts';
import { readZip, writeZip } from './zip.ts';

/** Most bytes of one unpacked part. */
const largest = 50_000_000;

/** Does a file begin as a zip archive does? */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/**
 * The first sheet of an .xlsx workbook as text (ECMA-376 part 1, §18.3 and §18.4). Null when it is none.
 *
 * Dates come as the serial numbers they are kept as, formulas as their last value.
 */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<Row[] | null> {
  const isWanted = (name: string) =>
    /^xl\/(sharedStrings\.xml|workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(name);
  const files = await readZip(bytes, isWanted, largest);
  if (!files) return null;
  const part = (name: string) => {
    const found = files.get(name);
    return found && new TextDecoder().decode(found);
  };
  const first = firstSheet(part('xl/workbook.xml') ?? '', part('xl/_rels/workbook.xml.rels') ?? '');
  const sheet = part(first) ?? part('xl/worksheets/sheet1.xml');
  if (sheet === undefined) return null;
  const strings = [
    ...(part('xl/sharedStrings.xml') ?? '').matchAll(/<si\b[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g),
  ].map(([, inside = '']) => textOf(inside));
  const rows: Row[] = [];
  for (const [, attributes = '', inside = ''] of sheet.matchAll(
    /<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g,
  )) {
    const cells: string[] = [];
    for (const [, about = '', value = ''] of inside.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      const column = columnOf(/\br="([A-Z]{1,3})\d/.exec(about)?.[1]) ?? cells.length;
      if (column >= mostColumns) continue;
      while (cells.length < column) cells.push('');
      cells[column] = cellText(/\bt="(\w+)"/.exec(about)?.[1], value, strings);
    }
    if (cells.some((cell) => cell.trim() !== ''))
      rows.push({ line: Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? rows.length + 1), cells });
  }
  return rows;
}

const mostColumns = 200;

function firstSheet(workbook: string, relations: string): string {
  const id = /<sheet\b[^>]*?\br:id="([^"]+)"/.exec(workbook)?.[1];
  for (const [relation] of relations.matchAll(/<Relationship\b[^>]*>/g)) {
    if (!relation.includes(`Id="${id}"`)) continue;
    const target = /\bTarget="\/?(?:xl\/)?([^"]+)"/.exec(relation)?.[1];
    if (target) return `xl/${target}`;
  }
  return 'xl/worksheets/sheet1.xml';
}

function cellText(type: string | undefined, value: string, strings: readonly string[]): string {
  if (type === 'inlineStr') return textOf(value);
  const raw = plainText(/<v\b[^>]*>([\s\S]*?)<\/v>/.exec(value)?.[1] ?? '');
  return type === 's' ? (strings[Number(raw)] ?? '') : raw;
}

/** The text of a string item: its runs, but not the phonetic hints. */
const textOf = (item: string): string =>
  [...item.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '').matchAll(/<t\b[^>]*?(?:\/>|>([\s\S]*?)<\/t>)/g)]
    .map(([, text = '']) => plainText(text))
    .join('');

function columnOf(letters: string | undefined): number | null {
  if (!letters) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Entities, and the _xHHHH_ that Excel writes for what XML cannot hold (§22.9.2.19). */
const plainText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, digits, name) => {
      if (name) return entities[name] ?? whole;
      const code = hex ? Number.parseInt(hex, 16) : Number(digits);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** A text as XML holds it, with _xHHHH_ for what it cannot hold. */
export const xmlText = (text: string): string =>
  text
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
    // what XML 1.0 cannot hold, and half a character
    .replace(
      /[^\t\n -\ufffd\u{10000}-\u{10ffff}]|\p{Surrogate}/gu,
      (unit) => `_x${unit.charCodeAt(0).toString(16).padStart(4, '0')}_`,
    )
    .replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const parcel = 'http://schemas.openxmlformats.org/package/2006';

/** A workbook of one sheet, all of it text: nothing in it is calculated. */
export function writeXlsx(rows: readonly (readonly string[])[]): Blob {
  const body = rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells
          .map((cell, column) =>
            cell === ''
              ? ''
              : `<c r="${letters(column)}${row + 1}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`,
          )
          .join('')}</row>`,
    )
    .join('');
  const files: [name: string, content: string][] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${parcel}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${parcel}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${parcel}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
    ['xl/worksheets/sheet1.xml', `<worksheet xmlns="${main}"><sheetData>${body}</sheetData></worksheet>`],
  ];
  const encoder = new TextEncoder();
  return writeZip(files.map(([name, content]) => ({ name, bytes: encoder.encode(xml + content) })));
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
