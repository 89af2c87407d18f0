import { gunzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import type { Page as StoredPage } from '../../lib/log/database.ts';
import type { LoggedEvent, Session } from '../../lib/model.ts';

export interface StoredSession {
  session: Session;
  events: LoggedEvent[];
}

interface Tables {
  sessions: Session[];
  pages: StoredPage[];
}

async function readTables(page: Page): Promise<Tables> {
  const tables = await page.evaluate(async () => {
    const opened = indexedDB.open('live-room-copilot');
    const database = await new Promise<IDBDatabase>((done, fail) => {
      opened.onsuccess = () => done(opened.result);
      opened.onerror = () => fail(opened.error);
    });
    const all = (store: string) =>
      new Promise<unknown[]>((done, fail) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    const found = { sessions: await all('sessions'), pages: await all('pages') };
    database.close();
    const base64 = (bytes: Uint8Array) =>
      btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    return JSON.stringify(found, (_, value) => (value instanceof Uint8Array ? base64(value) : value));
  });
  return JSON.parse(tables, (key, value) =>
    key === 'gzip' ? new Uint8Array(Buffer.from(value, 'base64')) : value,
  ) as Tables;
}

/** The log's records as they lie on the disk, with their checksums. */
export const readPages = async (page: Page): Promise<StoredPage[]> => (await readTables(page)).pages;

/** Reads the whole log straight from the disk of an extension page, past all of our own reading code. */
export async function readStored(page: Page): Promise<StoredSession[]> {
  const { sessions, pages } = await readTables(page);
  return sessions.map((session) => {
    const mine = pages.filter((found) => found.session === session.id).sort((a, b) => a.first - b.first);
    const events = mine.flatMap((found) =>
      (
        JSON.parse(`[${'gzip' in found ? gunzipSync(found.gzip).toString() : found.text}]`) as LoggedEvent[]
      ).map((event, i) => ({
        ...event,
        seq: found.first + i,
      })),
    );
    return { session, events };
  });
}
