import type { Browser, Page } from 'puppeteer-core';
import { startStage } from '../../rehearsal/stage.ts';
import { inject } from '../drive/inject.ts';
import { openBrowser, until } from '../drive/open.ts';
import { percentile } from '../drive/paint.ts';
import type * as Appending from './append-page.ts';
import type * as InPage from './report-page.ts';

declare const bench: typeof InPage;
declare global {
  interface Window {
    /** ms since the page began to load until the report's figures stood in it, and of its longest task until then */
    __reported?: { after: number; longest: number };
  }
}

const turns = 5;
const goal = 4000;

/** Runs before the page's own scripts: notes the frame that shows the figures of the report, and the longest task. */
function noteReport(): void {
  let longest = 0;
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  tasks.observe({ type: 'longtask', buffered: true });
  const look = () => {
    if (!document.querySelector('main dl dd')) return requestAnimationFrame(look);
    const after = performance.now();
    // the task that drew them is told of later
    setTimeout(() => {
      window.__reported = { after, longest };
    }, 100);
  };
  look();
}

/** The report of a long session, made of its digests in Chromium: step by step, and as the page opens. */
export async function benchReport({ events }: { events: number }): Promise<string[][]> {
  const stage = await startStage({ platforms: ['douyin'] });
  const { browser, extensionPage } = await openBrowser({ stage });
  try {
    // a page without a worker of ours
    const log = await extensionPage('manifest.json');
    await inject(log, new URL('./report-page.ts', import.meta.url));
    await log.evaluate(() => bench.holdIndex());
    const session = await log.evaluate((count) => bench.fill(count), events);
    // longer than a call through the debugger may take
    await log.evaluate((id) => bench.digest(id), session);
    const digested = () => log.evaluate(() => bench.digested());
    await until('the session is digested', async () => (await digested()) !== null, 900_000);
    const digesting = (await digested()) ?? Number.NaN;
    const bytes = await log.evaluate(() => bench.digestBytes());

    const steps: Awaited<ReturnType<typeof InPage.report>>[] = [];
    for (let i = 0; i < turns; i++) steps.push(await log.evaluate((id) => bench.report(id), session));
    const opened: { after: number; longest: number }[] = [];
    const appending = await appendMeanwhile(browser, log);
    for (let i = 0; i < turns; i++) {
      const page = await browser.newPage();
      await page.evaluateOnNewDocument(noteReport);
      await page.goto(log.url().replace('manifest.json', `console.html#/report/${session}`));
      const found = await page.waitForFunction(() => window.__reported, { timeout: 60_000 });
      opened.push((await found.jsonValue())!);
      await page.close();
    }

    const receipts = await appending();

    const ms = (values: number[]) => `${Math.round(percentile(values, 0.5))} ms`;
    const step = (name: 'read' | 'merge' | 'make') => ms(steps.map((one) => one[name]));
    const shown = opened.map(({ after }) => after);
    const whole = steps.map(({ read, merge, make }) => read + merge + make);
    const judged = (values: number[]) =>
      events < 1_000_000 ? ['', ''] : [`≤ ${goal} ms`, percentile(values, 0.5) <= goal ? 'met' : 'MISSED'];
    return [
      [
        `report of ${steps[0]?.events.toLocaleString('en-US')} events, median of ${turns}`,
        'measured',
        'goal',
        '',
      ],
      ['from digests', ms(whole), ...judged(whole)],
      ['… first time, right after they were made', ms(whole.slice(0, 1)), ...judged(whole.slice(0, 1))],
      ['… reading and unpacking', step('read'), '', ''],
      ['… merging, with pauses', step('merge'), '', ''],
      ['… figures and suggestions', step('make'), '', ''],
      ['page opened until the figures stand in it', ms(shown), ...judged(shown)],
      ['… its longest task meanwhile', ms(opened.map(({ longest }) => longest)), '', ''],
      [
        `receipt of an append meanwhile, p50 / p99 of ${receipts.ms.length}`,
        `${[0.5, 0.99].map((share) => percentile(receipts.ms, share).toFixed(1)).join(' / ')} ms`,
        'p99 ≤ 200 ms',
        percentile(receipts.ms, 0.99) <= 200 ? 'met' : 'MISSED',
      ],
      [
        '… comments lost',
        `${receipts.said - receipts.stored} of ${receipts.said}`,
        '0',
        receipts.said === receipts.stored ? 'met' : 'MISSED',
      ],
      ['digests on the disk, for an event', `${(bytes / events).toFixed(1)} bytes`, '', ''],
      [
        'digesting, folding included',
        `${Math.round(events / (digesting / 1000)).toLocaleString('en-US')}/s`,
        '',
        '',
      ],
    ];
  } finally {
    await browser.close();
    await stage.close();
  }
}

/** Appends to another session where the background does it; ends with what came of it. */
async function appendMeanwhile(browser: Browser, log: Page): Promise<() => ReturnType<typeof Appending.end>> {
  // it sleeps when nobody has asked it for half a minute
  await log.evaluate('void chrome.runtime.sendMessage({}).catch(() => {})');
  const target = await browser.waitForTarget((one) => one.url().endsWith('/background.js'));
  const worker = (await target.worker())!;
  await inject(worker, new URL('./append-page.ts', import.meta.url));
  await worker.evaluate('bench.begin()');
  return () => worker.evaluate('bench.end()') as ReturnType<typeof Appending.end>;
}
