import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ElementHandle, Page } from 'puppeteer-core';
import { createRandom } from '../../rehearsal/random.ts';
import { inject } from '../drive/inject.ts';
import { openBrowser } from '../drive/open.ts';
import type * as InPage from './intake-page.ts';

declare const bench: typeof InPage;

const comments = 100_000;
const turns = 3;
const sizes = [10, 1000, 100_000];
const kinds = ['txt', 'csv', 'json'] as const;

/** How long lists take to come in through the real page, how busy that keeps it, and how long a replay takes. */
export async function benchIntake(): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'live-copilot-lists-'));
  const opened = await openBrowser({ stage: { resolverRules: '' }, language: 'zh-CN' });
  try {
    const filler = await opened.extensionPage('icon/icon.svg');
    filler.setDefaultTimeout(0);
    await inject(filler, new URL('./intake-page.ts', import.meta.url));
    await filler.evaluate((count) => bench.fill(count), comments);
    const indexer = await opened.extensionPage('console.html#/rules');
    while ((await filler.evaluate(() => bench.indexed())) < comments) await wait(500);
    await Promise.all([filler.close(), indexer.close()]);

    const rows: string[][] = [['lists', 'measured', 'goal', '']];
    for (const kind of kinds) {
      const file = join(folder, `list.${kind}`);
      writeFileSync(file, fileOf(kind, wordsOf(100_000)));
      const taken = [];
      for (let turn = 0; turn < turns; turn++) taken.push(await timeImport(opened.extensionPage, file));
      const ms = median(taken.map(({ ms }) => ms));
      const longest = Math.max(...taken.map(({ longest }) => longest));
      rows.push([
        `100,000 terms of ${kind}: chosen → shown → stored`,
        `${ms.toFixed(0)} ms`,
        '≤ 2,000 ms',
        met(ms <= 2000),
      ]);
      rows.push([
        '… longest task of the page',
        longest === 0 ? '< 50 ms' : `${longest.toFixed(0)} ms`,
        '≤ 50 ms',
        met(longest <= 50),
      ]);
    }
    for (const size of sizes) {
      const file = join(folder, `list-${size}.txt`);
      writeFileSync(file, fileOf('txt', wordsOf(size)));
      const ms: number[] = [];
      for (let turn = 0; turn < turns; turn++) ms.push(await timeReplay(opened.extensionPage, file));
      rows.push([
        `what-if of ${size.toLocaleString('en')} terms over ${comments.toLocaleString('en')} comments, click → shown`,
        `${median(ms).toFixed(0)} ms`,
        '≤ 1,000 ms',
        met(median(ms) <= 1000),
      ]);
    }
    return rows;
  } finally {
    await opened.browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const met = (isMet: boolean): string => (isMet ? 'met' : 'MISSED');
const median = (times: number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
/** Opens the dialog, gives it the file and waits for what it would change. */
async function look(page: Page, file: string): Promise<void> {
  page.setDefaultTimeout(60_000);
  // the page's own start is measured elsewhere
  await page.waitForFunction(() => document.body.innerText.includes('规则版本'));
  await wait(500);
  await page.locator('::-p-xpath(//button[normalize-space(.)="导入"])').click();
  const field = (await page.waitForSelector('input[type="file"]')) as ElementHandle<HTMLInputElement>;
  await page.evaluate(() => {
    const seen = { longest: 0, at: performance.now() };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ type: 'longtask' });
  });
  await field.uploadFile(file);
  await page.waitForSelector('[role="dialog"] [role="status"]');
}

declare const seen: { longest: number; at: number };

/** The time is until the dialog has closed; a person's own moment between is the click. */
async function timeImport(
  open: (path: string) => Promise<Page>,
  file: string,
): Promise<{ ms: number; longest: number }> {
  const page = await open('console.html#/rules');
  await look(page, file);
  await page.evaluate(() => {
    const dialog = document.querySelector('[role="dialog"]')!;
    [...dialog.querySelectorAll('button')].find(({ innerText }) => /导入 .+ 处/.test(innerText))!.click();
  });
  await page.waitForFunction(() => !document.querySelector('[role="dialog"]'), { polling: 10 });
  const measured = await page.evaluate(() => ({ ms: performance.now() - seen.at, longest: seen.longest }));
  await page.close();
  return measured;
}

async function timeReplay(open: (path: string) => Promise<Page>, file: string): Promise<number> {
  const page = await open('console.html#/rules');
  await look(page, file);
  // nobody reads what would change in less
  await wait(500);
  const ms = await page.evaluate(async (words) => {
    const dialog = document.querySelector<HTMLElement>('[role="dialog"]')!;
    const begun = performance.now();
    [...dialog.querySelectorAll('button')].find(({ innerText }) => innerText === words)!.click();
    while (!/用时 [\d,]+ 毫秒/.test(dialog.innerText)) await new Promise(requestAnimationFrame);
    return performance.now() - begun;
  }, '先看会拦下什么');
  await page.close();
  return ms;
}

/** Words of two to six letters, no two alike. */
function wordsOf(count: number): string[] {
  const random = createRandom(11, 'lists');
  const words = new Set<string>();
  while (words.size < count)
    words.add(
      Array.from({ length: 2 + random.int(5) }, () => String.fromCharCode(0x4e00 + random.int(20_000))).join(
        '',
      ),
    );
  return [...words];
}

function fileOf(kind: (typeof kinds)[number], words: readonly string[]): string {
  if (kind === 'json')
    return JSON.stringify(words.map((word) => ({ word, level: 'high', category: '广告' })));
  if (kind === 'csv')
    return ['word,severity,basis', ...words.map((word) => `${word},S3,广告法第九条`)].join('\n');
  return words.join('\n');
}
