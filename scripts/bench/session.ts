import type { Page } from 'puppeteer-core';
import { startStage } from '../../rehearsal/stage.ts';
import { inject } from '../drive/inject.ts';
import { openBrowser, until } from '../drive/open.ts';
import { percentile } from '../drive/paint.ts';
import type * as InPage from './session-page.ts';

declare const bench: typeof InPage;
declare global {
  interface Window {
    /** ms since the page began to load, or since the click */
    __seen: { rows?: number; exact?: number };
    __watchOpening(since: number): void;
  }
}

const openings = 7;
const seeks = 50;
const goals = { open: 300, seek: 100, memory: 60 };
/** Eight hours at twenty a second. */
const longDay = 8 * 3600 * 20;

/** Runs before the page's own scripts: notes the frames that show rows, and the exact room. */
function noteOpening(): void {
  window.__watchOpening = (since) => {
    const seen: Window['__seen'] = {};
    window.__seen = seen;
    const look = () => {
      const room = document.querySelector('[data-exact]');
      if (room?.querySelector('[role="log"] time')) seen.rows ??= performance.now() - since;
      if (room?.matches('[data-seq][data-exact="true"]')) seen.exact ??= performance.now() - since;
      if (seen.exact === undefined) requestAnimationFrame(look);
    };
    look();
  };
  window.__watchOpening(0);
}

/** Goes to a seq by the address, as a click on a search result does; ms until the exact room is painted. */
function seek(session: string, seq: number): Promise<number> {
  const began = performance.now();
  location.hash = `#/sessions/${session}?at=${seq}`;
  return new Promise((done) => {
    const look = () => {
      const room = document.querySelector('[data-seq]');
      const isThere =
        room?.getAttribute('data-seq') === String(seq + 1) && room.getAttribute('data-exact') === 'true';
      if (isThere) done(performance.now() - began);
      else requestAnimationFrame(look);
    };
    look();
  });
}

const numbers = (values: readonly number[]) =>
  `p50 ${Math.round(percentile([...values], 0.5))} ms, p95 ${Math.round(percentile([...values], 0.95))} ms`;

/** Opening, seeking, indexing and folding a long session, in the real pages. */
export async function benchSession({ events }: { events: number }): Promise<string[][]> {
  const stage = await startStage({ platforms: ['douyin'] });
  const { browser, extensionPage } = await openBrowser({ stage });
  try {
    // a page without a worker of ours
    const log = await extensionPage('manifest.json');
    await inject(log, new URL('./session-page.ts', import.meta.url));
    await log.evaluate(() => bench.holdIndex());
    const session = await log.evaluate((count) => bench.fill(count), events);
    const place = (share: number) => Math.floor(events * share);
    const open = async (seq: number) => {
      const page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      await page.evaluateOnNewDocument(noteOpening);
      await page.goto(log.url().replace('manifest.json', `console.html#/sessions/${session}?at=${seq}`));
      return page;
    };
    const seen = (page: Page, what: 'rows' | 'exact') =>
      page
        .waitForFunction((name) => window.__seen[name], { timeout: 60_000 }, what)
        .then((found) => found.jsonValue() as Promise<number>);

    const rough: number[] = [];
    for (let i = 0; i < openings; i++) {
      const page = await open(place(0.3 + 0.08 * i));
      rough.push(await seen(page, 'rows'));
      await page.close();
    }

    const page = await open(0);
    const began = performance.now();
    await log.evaluate(() => bench.letIndex());
    await until(
      'the session is worked up',
      () => log.evaluate(async (id, all) => (await bench.done(id)) >= all, session, events),
      600_000,
    );
    const indexing = performance.now() - began;
    await page.close();

    const rows: number[] = [];
    const exact: number[] = [];
    for (let i = 0; i < openings; i++) {
      const opened = await open(place(0.35 + 0.08 * i));
      rows.push(await seen(opened, 'rows'));
      exact.push(await seen(opened, 'exact'));
      await opened.close();
    }

    const clicked: number[] = [];
    const list = await browser.newPage();
    await list.setViewport({ width: 1280, height: 900 });
    await list.evaluateOnNewDocument(noteOpening);
    for (let i = 0; i < openings; i++) {
      await list.goto(log.url().replace('manifest.json', 'console.html'));
      await list.reload();
      await list.waitForSelector(`a[href*="#/sessions/${session}"]`);
      await list.evaluate(
        (id, seq) => {
          window.__watchOpening(performance.now());
          location.hash = `#/sessions/${id}?at=${seq}`;
        },
        session,
        place(0.37 + 0.08 * i),
      );
      clicked.push(await seen(list, 'exact'));
    }
    await list.close();

    const player = await open(10);
    await seen(player, 'exact');
    const points = Array.from({ length: seeks }, (_, i) => place(((i * 37 + 11) % 97) / 97) + i);
    const measure = async () => {
      const ms: number[] = [];
      for (const seq of points) ms.push(await player.evaluate(seek, session, seq));
      return ms;
    };
    const cold = await measure();
    const warm = await measure();
    await player.close();

    const sizes = await log.evaluate(() => bench.sizes());
    const derived = Object.values(sizes).reduce((sum, size) => sum + size, 0);
    const client = await log.createCDPSession();
    const heap = async () => {
      await client.send('HeapProfiler.collectGarbage');
      return (await client.send('Runtime.getHeapUsage')).usedSize / 2 ** 20;
    };
    const before = await heap();
    const folding = await log.evaluate((id) => bench.foldAll(id), session);
    const memory = (await heap()) - before;

    const goal = (value: number, most: number, isFull: boolean) => [
      isFull ? `≤ ${most}` : '',
      isFull ? (value <= most ? 'met' : 'MISSED') : '',
    ];
    const isFull = events >= 1_000_000;
    return [
      [`a session of ${events.toLocaleString('en-US')} events`, 'measured', 'goal', ''],
      [
        'opened at a moment by a click, the exact room',
        numbers(clicked),
        ...goal(percentile(clicked, 0.5), goals.open, isFull),
      ],
      ['… with loading the page itself, first rows', numbers(rows), '', ''],
      ['… … figures and questions', numbers(exact), '', ''],
      ['… … first rows before it is indexed', numbers(rough), '', ''],
      ['seek to 50 places, first time', numbers(cold), ...goal(percentile(cold, 0.95), goals.seek, isFull)],
      ['… second time', numbers(warm), ...goal(percentile(warm, 0.95), goals.seek, isFull)],
      ['… without checkpoints: fold it all', `${(folding / 1000).toFixed(1)} s`, '', ''],
      ['index pass, with reports', `${Math.round((events / indexing) * 1000)} events/s`, '', ''],
      ...Object.entries(sizes).map(([name, size]) => [
        `… kept: ${name}`,
        `${(size / events).toFixed(1)} bytes per event`,
        '',
        '',
      ]),
      ['… kept in all', `${(derived / events).toFixed(1)} bytes per event`, '', ''],
      [
        'memory of the fold after it',
        `${memory.toFixed(1)} MB`,
        ...goal(memory, goals.memory, events >= longDay),
      ],
    ];
  } finally {
    await browser.close();
    await stage.close();
  }
}
