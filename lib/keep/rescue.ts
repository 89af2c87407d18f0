import { openDatabase } from '../log/database.ts';

/** Why the database did not open, as far as the error tells. */
export type Closed = 'newer' | 'upgrade' | 'unavailable';

/** Dexie keeps its versions ten times as large. */
const perVersion = 10;

/**
 * Names the reason by the version that lies on the disk: an upgrade that failed was rolled back by the browser, so that
 * the data and its version are as they were. `wanted` is the version that this code has.
 */
export async function whyClosed(
  error: unknown,
  { name, wanted }: { name: string; wanted: number },
): Promise<{ why: Closed; name: string }> {
  const names: string[] = [];
  for (let inner: unknown = error; inner instanceof Error; inner = (inner as { inner?: unknown }).inner)
    names.push(inner.name);
  const told = names.at(-1) ?? 'unknown';
  const known = await indexedDB.databases().catch(() => []);
  const lies = known.find((one) => one.name === name)?.version ?? 0;
  if (names.includes('VersionError')) return { why: 'newer', name: told };
  return { why: lies > 0 && lies < wanted * perVersion ? 'upgrade' : 'unavailable', name: told };
}

const portion = 50;

/**
 * Writes every record of every table as it lies there, a line each (`{"t": table, "r": record}`, bytes as base64 behind
 * `$bytes`), whatever version the database has: it is opened as it is, and nothing is upgraded or changed. Gives how
 * many there were. Rejects when the browser cannot open it at all.
 */
export async function exportRaw(
  write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
  name = openDatabase().name,
): Promise<number> {
  const db = await asked(indexedDB.open(name));
  const encoder = new TextEncoder();
  let records = 0;
  try {
    const tables = [...db.objectStoreNames];
    await write(encoder.encode(`${JSON.stringify({ kind: 'raw', name, version: db.version, tables })}\n`));
    for (const table of tables) {
      for (let after: IDBValidKey | undefined; ; ) {
        const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
        // two asked at once, so that keys and records are of the same moment
        const store = db.transaction(table, 'readonly').objectStore(table);
        const [keys, rows] = await Promise.all([
          asked(store.getAllKeys(range, portion)),
          asked(store.getAll(range, portion)),
        ]);
        if (rows.length === 0) break;
        const lines = rows.map((r: unknown) => `${JSON.stringify({ t: table, r }, plain)}\n`);
        await write(encoder.encode(lines.join('')));
        records += rows.length;
        after = keys.at(-1);
      }
    }
    await write(encoder.encode(`${JSON.stringify({ kind: 'end', records })}\n`));
    return records;
  } finally {
    db.close();
  }
}

function plain(_: string, value: unknown): unknown {
  if (!ArrayBuffer.isView(value)) return value;
  const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return { $bytes: btoa(text) };
}

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
