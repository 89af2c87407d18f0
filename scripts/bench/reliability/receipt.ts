import { setTimeout as wait } from 'node:timers/promises';
import { openRehearsal } from '../../drive/open.ts';
import { percentile } from '../../drive/paint.ts';
import { readStored } from '../../drive/stored.ts';

declare global {
  interface Window {
    /** how many events the log's sessions had, and when that was seen (ms epoch) */
    __stored: [events: number, at: number][];
  }
}

/** Looks into the database as often as it answers; each look is a few hundred microseconds. */
const noteStored = async (): Promise<void> => {
  window.__stored = [];
  const opened = indexedDB.open('live-room-copilot');
  const database = await new Promise<IDBDatabase>((done) => {
    opened.onsuccess = () => done(opened.result);
  });
  const look = () => {
    const request = database.transaction('sessions').objectStore('sessions').getAll();
    request.onsuccess = () => {
      const events = (request.result[0] as { events: number } | undefined)?.events ?? 0;
      if (events !== (window.__stored.at(-1)?.[0] ?? 0)) window.__stored.push([events, Date.now()]);
      setTimeout(look, 2);
    };
  };
  look();
};

/** Ms from the console's own script having a comment to its being readable in the log, at 200 comments/s. */
export async function measureReceipts(
  seconds: number,
): Promise<{ times: number[]; p50: number; p99: number }> {
  const rehearsal = await openRehearsal({
    platforms: ['douyin'],
    rate: 200,
    pollMs: 200,
    backlog: 0,
    awkward: { pausingList: false },
  });
  try {
    const log = await rehearsal.extensionPage('console.html');
    const page = await rehearsal.console('douyin');
    rehearsal.stage.start();
    await wait(3000);
    // not awaited: it goes on looking
    await log.evaluate(noteStored);
    const since = Date.now();
    await wait(seconds * 1000);
    rehearsal.stage.pause();
    await rehearsal.stage.settle();
    await wait(1000);
    const received = new Map(await page.evaluate(() => [...window.__stage.received]));
    const stored = await log.evaluate(() => window.__stored);
    const [found] = await readStored(log);
    let look = 0;
    const times = (found?.events ?? []).flatMap((event) => {
      while (look < stored.length && stored[look]![0] <= event.seq) look += 1;
      const from = event.kind === 'comment' ? received.get(event.id) : undefined;
      const at = stored[look]?.[1];
      return from !== undefined && at !== undefined && from >= since ? [at - from] : [];
    });
    return { times, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
  } finally {
    await rehearsal.close();
  }
}
