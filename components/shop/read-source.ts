import { type Row, readTable } from '../../lib/sheet/csv.ts';
import { decodeText } from '../../lib/sheet/decode.ts';
import { isZip, readXlsx } from '../../lib/sheet/xlsx.ts';

/** What a person brings: a text that may be a table, or a workbook's rows. */
export interface Source {
  /** empty for a workbook */
  text: string;
  rows: Row[];
}

export const largestFile = 10_000_000;

/** Reads a file by what it holds, whatever its name; null when it is a workbook that cannot be read. */
export async function readSource(file: Blob): Promise<Source | null> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!isZip(bytes)) return textSource(decodeText(bytes));
  const rows = await readXlsx(bytes);
  return rows && { text: '', rows };
}

/** A text that was pasted or stood in a file. */
export const textSource = (text: string): Source => ({ text, rows: readTable(text) });
