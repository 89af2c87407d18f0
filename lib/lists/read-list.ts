import type { Level } from '../compliance/types.ts';
import { type Row, readTable } from '../sheet/csv.ts';
import { decodeText } from '../sheet/decode.ts';
import { isZip, readXlsx } from '../sheet/xlsx.ts';
import { type RawEntry, type Taken, takeEntries } from './read-entries.ts';
import type { Header } from './read-header.ts';
import { readJson } from './read-json.ts';
import { isHead, readRows } from './read-table.ts';
import { readText } from './read-text.ts';

/** Most bytes of a list's file. */
export const largestList = 20_000_000;

/** Why nothing of a file can be read. */
const unreadables = ['too-big', 'too-many', 'workbook', 'json', 'page', 'empty'] as const;
export type Unreadable = (typeof unreadables)[number];

export interface ReadList extends Taken {
  header: Header;
}

/**
 * Reads a word list of any kind that people have: text, CSV, XLSX, JSON, in UTF-8, UTF-16 or GBK. `level` is the
 * severity of words that name none. Takes up to some hundred ms: call it in a worker.
 */
export async function readList(
  bytes: Uint8Array<ArrayBuffer>,
  level?: Level,
): Promise<{ ok: true; list: ReadList } | { ok: false; reason: Unreadable }> {
  if (bytes.length > largestList) return { ok: false, reason: 'too-big' };
  if (!isZip(bytes)) return readListText(decodeText(bytes), level);
  const rows = await readXlsx(bytes);
  return rows ? finish(readRows(rows), {}, level) : { ok: false, reason: 'workbook' };
}

/** The same for a text, pasted or decoded. */
export function readListText(
  text: string,
  level?: Level,
): { ok: true; list: ReadList } | { ok: false; reason: Unreadable } {
  const header: Header = {};
  const start = text.trimStart().slice(0, 200);
  // an error page that came instead of a list
  if (/^<(!doctype|html|\?xml|head|body)/i.test(start)) return { ok: false, reason: 'page' };
  if (/^\{|^\[\s*["{[\]]/.test(start)) {
    try {
      return finish(readJson(JSON.parse(text), header), header, level);
    } catch {
      return { ok: false, reason: 'json' };
    }
  }
  const rows = tableIn(text);
  return finish(rows ? readRows(rows) : readText(text, header), header, level);
}

/** The rows of a text whose first line names columns; null when it does not. */
function tableIn(text: string): Row[] | null {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  return readTable(first).some(isHead) ? readTable(text) : null;
}

function finish(
  entries: Iterable<RawEntry>,
  header: Header,
  level: Level | undefined,
): { ok: true; list: ReadList } | { ok: false; reason: Unreadable } {
  const taken = takeEntries(entries, level);
  if (!taken) return { ok: false, reason: 'too-many' };
  const { terms, allow } = taken.content;
  if (terms.length + allow.length + taken.faulty === 0) return { ok: false, reason: 'empty' };
  return { ok: true, list: { ...taken, header } };
}
