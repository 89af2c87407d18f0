import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer-core';
import { startStage } from '../../rehearsal/stage.ts';
import { inject } from '../drive/inject.ts';
import { openBrowser } from '../drive/open.ts';
import type * as InPage from './export-page.ts';

declare const bench: typeof InPage;

/** How many events the libraries get that hold all of a file in memory. */
const few = 100_000;
/** Most memory over idle (MB). */
const mostMemory = 120;
type Name = Parameters<typeof InPage.run>[0];
type Measured = Awaited<ReturnType<typeof InPage.run>> & { memory: number };

/** Events a second and memory of every export, beside libraries that do the same, in a session of `events`. */
export async function benchExport({ events }: { events: number }): Promise<string[][]> {
  const stage = await startStage({ platforms: ['douyin'] });
  const { browser, extensionPage } = await openBrowser({ stage, switches: ['--enable-precise-memory-info'] });
  try {
    const page = await extensionPage('console.html');
    page.setDefaultTimeout(600_000);
    const fresh = async () => {
      await page.reload();
      await inject(page, new URL('./export-page.ts', import.meta.url));
    };
    await fresh();
    const session = await page.evaluate((count) => bench.fill(count), events);
    const small = await page.evaluate((count) => bench.fill(count), few);

    const rows: string[][] = [
      [
        `export of ${events.toLocaleString('en')} events`,
        'events/s',
        'goal',
        '',
        'MB over idle',
        '',
        'MB written',
      ],
    ];
    const run = async (label: string, name: Name, mask: boolean, goal?: number) => {
      await fresh();
      const measured = await measure(browser, page, () =>
        page.evaluate((...asked) => bench.run(...asked), name, session, events, mask),
      );
      rows.push(rowOf(label, measured, goal));
    };
    await run('JSON Lines, with names', 'jsonl', false, 250_000);
    await run('JSON Lines, masked', 'jsonl', true, 250_000);
    await run('CSV', 'csv', true, 200_000);
    await run('… papaparse, 7 columns, in our stream', 'papaparse', true);
    await run('Excel workbook, 5 sheets', 'xlsx', true, 60_000);
    await run('… one flat sheet of 7 columns', 'sheet', true);
    await run('evidence pack', 'pack', true);

    rows.push(
      ['', '', '', '', '', '', ''],
      [`${few.toLocaleString('en')} events, 7 columns`, '', '', '', '', '', ''],
    );
    await fresh();
    const ours = await measure(browser, page, () =>
      page.evaluate((...asked) => bench.run(...asked), 'sheet' as const, small, few, true),
    );
    rows.push(rowOf('Excel, ours', ours));
    for (const name of ['write-excel-file', 'exceljs'] as const) {
      await fresh();
      const measured = await measure(browser, page, () =>
        page.evaluate((...asked) => bench.rival(...asked), name, small, few),
      );
      rows.push(rowOf(`… ${name}`, measured));
    }
    await fresh();
    const taken = await measure(browser, page, () =>
      page.evaluate((...asked) => bench.takeIn(...asked), session, events),
    );
    rows.push(['', '', '', '', '', '', ''], rowOf('import of all events', taken));
    return rows;
  } finally {
    await browser.close();
    await stage.close();
  }
}

function rowOf(label: string, { rate, bytes, memory }: Measured, goal?: number): string[] {
  const said = (isMet: boolean) => (isMet ? 'met' : 'MISSED');
  return [
    label,
    Math.round(rate).toLocaleString('en'),
    goal === undefined ? '' : `≥ ${goal.toLocaleString('en')}`,
    goal === undefined ? '' : said(rate >= goal),
    memory.toFixed(0),
    goal === undefined ? '' : said(memory <= mostMemory),
    (bytes / 1e6).toFixed(0),
  ];
}

const sampled = 50;

/** Runs a task and gives the most memory that the page's process took meanwhile, over what it had before (MB). */
async function measure(
  browser: Browser,
  page: Page,
  task: () => Promise<Awaited<ReturnType<typeof InPage.run>>>,
): Promise<Measured> {
  const debug = await page.createCDPSession();
  await debug.send('HeapProfiler.collectGarbage');
  const processes = await renderers(browser);
  const idle = new Map(processes.map((id) => [id, residentOf(id)]));
  let most = 0;
  const timer = setInterval(() => {
    for (const [id, before] of idle) most = Math.max(most, residentOf(id) - before);
  }, sampled);
  try {
    return { ...(await task()), memory: most / 1e6 };
  } finally {
    clearInterval(timer);
    await debug.detach();
  }
}

async function renderers(browser: Browser): Promise<number[]> {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** Private memory of a process (bytes); 0 once it is gone. Linux only. */
function residentOf(id: number): number {
  try {
    const kilobytes = /^RssAnon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}
