import { type Batch, createBatch, type Take } from './batch.ts';
import { type Cell, columnOf, type Plain, putRow, rowText, sizeOfRow, textCell } from './row.ts';
import { xmlText } from './xlsx.ts';
import { createZipStream, type ZipFile } from './zip-stream.ts';

export type { Cell };

interface Column {
  title: string;
  /** what its numbers are; texts are told by being texts */
  type?: 'number' | 'date';
  /** in characters */
  width?: number;
}

export interface Sheet {
  name: string;
  columns: readonly Column[];
  /** most of the rows are here: they go straight to the file, those of other sheets wait in memory, packed */
  isLarge?: boolean;
}

/** One of the files that a sheet goes to; a sheet that is full goes on in a next one. */
interface Part {
  file: ZipFile;
  batch: Batch;
  rows: number;
  part: number;
}

export interface Workbook {
  /** Appends rows to the sheet of that number, counted from 0. */
  add(sheet: number, rows: readonly (readonly Cell[])[]): Promise<void>;
  /** Appends a row of texts that need nothing done to them; a promise only where there is something to wait for. */
  addPlain(sheet: number, row: readonly (Plain | number | null)[]): Promise<void> | null;
  end(): Promise<void>;
}

/** Bytes that are packed at once, of a large sheet and of others. */
const [large, small] = [1 << 18, 1 << 15];
const together = 16;
/** Rows a sheet can hold, its head among them (ECMA-376; Excel's limit). */
const mostRows = 1_048_576;

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const parcel = 'http://schemas.openxmlformats.org/package/2006';
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Numbers of the formats in `styles`. */
const formats = { plain: 0, date: 1, head: 2 };
const styles = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;

/**
 * Writes an .xlsx workbook (ECMA-376) row by row in bounded memory. Texts stay texts, whatever they begin with: nothing
 * is calculated. A sheet that is full goes on in a next one, named with a number. At most one sheet may be large.
 */
export function createWorkbook(sheets: readonly Sheet[], take: Take, rowLimit = mostRows): Workbook {
  const zip = createZipStream(take);
  const encoder = new TextEncoder();
  /** names by their place in the book: all parts of a sheet stand together */
  const written: { sheet: number; name: string; file: number }[] = [];
  const open = sheets.map((sheet, index) => openPart(sheet, index, 1));

  function openPart(sheet: Sheet, index: number, part: number): Part {
    const file = written.length + 1;
    written.push({ sheet: index, name: part === 1 ? sheet.name : `${sheet.name} ${part}`, file });
    const path = `xl/worksheets/sheet${file}.xml`;
    const held = sheet.isLarge ? zip.file(path) : zip.held(path);
    return { file: held, batch: createBatch(held.write, sheet.isLarge ? large : small), rows: 0, part };
  }

  const put = (sheet: number, text: string): Promise<void> => open[sheet]!.batch.text(text);
  async function head(index: number): Promise<void> {
    const { columns } = sheets[index]!;
    const widths = columns
      .map(({ width = 12 }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
      .join('');
    const titles = columns
      .map(({ title }, i) => textCell(`${columnOf(i, '').letters}1`, title, ` s="${formats.head}"`))
      .join('');
    await put(
      index,
      `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData><row r="1">${titles}</row>`,
    );
    open[index]!.rows = 1;
  }
  async function close(index: number): Promise<void> {
    if (open[index]!.rows === 0) await head(index);
    await put(index, '</sheetData></worksheet>');
    await open[index]!.batch.end();
    await open[index]!.file.close();
  }
  async function whole(path: string, content: string): Promise<void> {
    const file = zip.held(path);
    await file.write(encoder.encode(xml + content));
    await file.close();
  }

  const columns = sheets.map((sheet) =>
    sheet.columns.map(({ type }, i) => columnOf(i, type === 'date' ? ` s="${formats.date}"` : '')),
  );
  /** The part of a sheet that takes the next row. */
  async function ready(index: number): Promise<Part> {
    if (open[index]!.rows >= rowLimit) {
      await close(index);
      open[index] = openPart(sheets[index]!, index, open[index]!.part + 1);
    }
    if (open[index]!.rows === 0) await head(index);
    return open[index]!;
  }
  async function addInTime(index: number, row: readonly (Plain | number | null)[]): Promise<void> {
    const part = await ready(index);
    putRow(await part.batch.room(sizeOfRow(row)), ++part.rows, row, columns[index]!);
  }

  return {
    addPlain(index, row) {
      const part = open[index]!;
      const room = part.rows > 0 && part.rows < rowLimit ? part.batch.roomNow(sizeOfRow(row)) : null;
      if (!room) return addInTime(index, row);
      putRow(room, ++part.rows, row, columns[index]!);
      return null;
    },
    async add(index, rows) {
      for (let from = 0; from < rows.length; ) {
        const part = await ready(index);
        const to = Math.min(rows.length, from + rowLimit - part.rows);
        // some rows at once: as long strings they would cost more to clear away
        while (from < to) {
          let text = '';
          for (const end = Math.min(to, from + together); from < end; from++)
            text += rowText(++part.rows, rows[from]!, columns[index]!);
          await put(index, text);
        }
      }
    },
    async end() {
      for (const index of sheets.keys()) await close(index);
      const inOrder = written.toSorted((a, b) => a.sheet - b.sheet || a.file - b.file);
      await whole(
        '[Content_Types].xml',
        `<Types xmlns="${parcel}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>${written.map(({ file }) => `<Override PartName="/xl/worksheets/sheet${file}.xml" ContentType="${kind}.worksheet+xml"/>`).join('')}</Types>`,
      );
      await whole(
        '_rels/.rels',
        `<Relationships xmlns="${parcel}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      );
      await whole(
        'xl/workbook.xml',
        `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${inOrder.map(({ name, file }) => `<sheet name="${xmlText(name)}" sheetId="${file}" r:id="rId${file}"/>`).join('')}</sheets></workbook>`,
      );
      await whole(
        'xl/_rels/workbook.xml.rels',
        `<Relationships xmlns="${parcel}/relationships">${written.map(({ file }) => `<Relationship Id="rId${file}" Type="${office}/worksheet" Target="worksheets/sheet${file}.xml"/>`).join('')}<Relationship Id="rId${written.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
      );
      await whole('xl/styles.xml', styles);
      await zip.end();
    },
  };
}
