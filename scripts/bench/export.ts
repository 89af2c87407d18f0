import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import { startStage } from '../../rehearsal/stage.ts';
import { inject } from '../drive/inject.ts';
import { openBrowser } from '../drive/open.ts';
import type * as InPage from './export-page.ts';

declare const bench: typeof InPage;

/** How many events the libraries get that hold all of a file in memory. */
const most = 100_000;
/** Most memory over idle (MB). */
const mostMemory = 120;
type Name = Parameters<typeof InPage.run>[0];
type Figure = Awaited<ReturnType<typeof InPage.run>>;
/** `memory` in MB over idle, `cpu` in seconds of the page's process. */
type Measured = Figure & { memory: number; cpu: number };

/** Events a second and memory of every export, beside libraries that do the same, in a session of `events`. */
export async function benchExport({ events }: { events: number }): Promise<string[][]> {
  const few = Math.min(events, most);
  const stage = await startStage({ platforms: ['douyin'] });
  const { browser, extensionPage } = await openBrowser({ stage, switches: ['--enable-precise-memory-info'] });
  try {
    // a page without a worker of ours: what it works out meanwhile is no part of an export
    const page = await extensionPage('manifest.json');
    page.setDefaultTimeout(600_000);
    const fresh = async () => {
      await page.reload();
      await inject(page, new URL('./export-page.ts', import.meta.url));
    };
    await fresh();
    const session = await ask<string>(page, 'fill', events);
    const small = await ask<string>(page, 'fill', few);

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
        ask<Figure>(page, 'run', name, session, events, mask),
      );
      rows.push(rowOf(events, label, measured, goal));
    };
    await run('JSON Lines, with names', 'jsonl', false, 250_000);
    await run('JSON Lines, masked', 'jsonl', true, 250_000);
    await run('CSV', 'csv', true, 200_000);
    await run('… papaparse, 7 columns, in our stream', 'papaparse', true);
    await run('Excel workbook, 5 sheets', 'xlsx', true, 60_000);
    await run('… one flat sheet of 7 columns', 'sheet', true);
    await run('evidence pack', 'pack', true);

    rows.push(blank, [`${few.toLocaleString('en')} events, 7 columns`, ...blank.slice(1)]);
    await fresh();
    const ours = await measure(browser, page, () => ask<Figure>(page, 'run', 'sheet', small, few, true));
    rows.push(rowOf(few, 'Excel, ours', ours));
    for (const name of ['write-excel-file', 'exceljs'] as const) {
      await fresh();
      const measured = await measure(browser, page, () => ask<Figure>(page, 'rival', name, small, few));
      rows.push(rowOf(few, `… ${name}`, measured));
    }
    await fresh();
    const taken = await measure(browser, page, () => ask<Figure>(page, 'takeIn', session, events));
    rows.push(blank, rowOf(events, 'import of all events', taken));
    return rows;
  } finally {
    await browser.close();
    await stage.close();
  }
}

/** A line between two tables. */
const blank = Array<string>(8).fill('');

function rowOf(
  events: number,
  label: string,
  { rate, bytes, memory, cpu }: Measured,
  goal?: number,
): string[] {
  const said = (isMet: boolean) => (isMet ? 'met' : 'MISSED');
  return [
    label,
    Math.round(rate).toLocaleString('en'),
    goal === undefined ? '' : `≥ ${goal.toLocaleString('en')}`,
    goal === undefined ? '' : said(rate >= goal),
    Math.round(events / Math.max(0.01, cpu)).toLocaleString('en'),
    memory.toFixed(0),
    goal === undefined ? '' : said(memory <= mostMemory),
    (bytes / 1e6).toFixed(0),
  ];
}

const sampled = 50;

/** Runs a task and gives the most memory that the page's process took meanwhile, over what it had before (MB). */
async function measure(browser: Browser, page: Page, task: () => Promise<Figure>): Promise<Measured> {
  const debug = await page.createCDPSession();
  await debug.send('HeapProfiler.collectGarbage');
  const processes = await renderers(browser);
  const idle = new Map(processes.map((id) => [id, residentOf(id)]));
  let most = 0;
  const timer = setInterval(() => {
    for (const [id, before] of idle) most = Math.max(most, residentOf(id) - before);
  }, sampled);
  try {
    const before = cpuOf(idle.keys());
    const figure = await task();
    return { ...figure, memory: most / 1e6, cpu: cpuOf(idle.keys()) - before };
  } finally {
    clearInterval(timer);
    await debug.detach();
  }
}

declare global {
  interface Window {
    __answer: { value?: unknown; error?: string } | null;
  }
}

/** Calls a function of the page's bench and waits for it, however long: one call of the debugger may take 180 s. */
async function ask<T>(page: Page, name: keyof typeof InPage, ...given: unknown[]): Promise<T> {
  await page.evaluate(
    (called, values) => {
      window.__answer = null;
      (bench[called] as (...all: unknown[]) => Promise<unknown>)(...values).then(
        (value) => {
          window.__answer = { value };
        },
        (error: unknown) => {
          window.__answer = { error: String(error) };
        },
      );
    },
    name,
    given,
  );
  for (;;) {
    const answer = await page.evaluate(() => window.__answer);
    if (answer?.error) throw new Error(`${name}: ${answer.error}`);
    if (answer) return answer.value as T;
    await wait(200);
  }
}

/** Seconds that processes have used; Linux counts in hundredths. */
function cpuOf(ids: Iterable<number>): number {
  let sum = 0;
  for (const id of ids) {
    try {
      const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      sum += (Number(fields[11]) + Number(fields[12])) / 100;
    } catch {
      // it is gone
    }
  }
  return sum;
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
