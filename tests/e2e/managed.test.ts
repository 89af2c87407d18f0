import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from '../../scripts/browser.ts';
import { extensionDir } from '../../scripts/drive/build.ts';
import { openBrowser } from '../../scripts/drive/open.ts';

/** Where each browser on Linux looks for what its administrators set. */
const folders: [RegExp, string][] = [
  [/chromium/, '/etc/chromium/policies/managed'],
  [/edge/, '/etc/opt/edge/policies/managed'],
  [/chrome-linux|ms-playwright|puppeteer/, '/etc/opt/chrome_for_testing/policies/managed'],
  [/chrome/, '/etc/opt/chrome/policies/managed'],
];

/** An unpacked extension is called by its folder: SHA-256 of the path, hex digits written a to p. */
const idOf = (folder: string): string =>
  [...createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32)]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join('');

const policy = {
  organisation: '星河集团',
  lists: ['price'],
  severities: { 'C1-minor': 'S3' },
  terms: [{ text: '内部价', severity: 'S3', basis: '公司规定' }],
  providers: { presets: ['deepseek'], addresses: [] },
  maskedExports: true,
  retention: { comments: 7, record: 1500 },
  review: 'operator',
};

/** Puts the policy where the browser reads it; why not, where that cannot be. */
function writePolicy(): { file: string } | { why: string } {
  try {
    const folder = folders.find(([name]) => name.test(realpathSync(findBrowser())))?.[1];
    if (process.platform !== 'linux' || !folder) return { why: 'no policy folder is known for this browser' };
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `live-room-copilot-${process.pid}.json`);
    writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [idOf(extensionDir)]: policy } } }));
    return { file };
  } catch (error) {
    return { why: `the policy folder cannot be written: ${(error as Error).message}` };
  }
}

const placed = writePolicy();
let browser: Awaited<ReturnType<typeof openBrowser>>;
let page: Page;

beforeAll(async () => {
  if ('why' in placed) return;
  browser = await openBrowser({ stage: { resolverRules: '' } });
  page = await browser.extensionPage('console.html#/settings');
  page.setDefaultTimeout(15_000);
});
afterAll(async () => {
  if ('file' in placed) rmSync(placed.file, { force: true });
  await browser?.browser.close();
});

const go = (place: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, `#/${place}`);
const says = (words: string) =>
  page.waitForFunction((text) => document.body.innerText.includes(text), {}, words);

test('what a company sets in the browser is there, shown with its name, and cannot be changed', async ({
  skip,
}) => {
  if ('why' in placed) return skip(placed.why);
  expect(basename(new URL(page.url()).host)).toBe(idOf(extensionDir));

  await says('星河集团');
  await says('导出一律打码');
  const offered = await page.$$eval('section[aria-label="AI 草拟（可选）"] select option', (all) =>
    all.map(({ value }) => value),
  );
  expect(offered).toContain('deepseek');
  expect(offered).not.toContain('openai');

  await go('rules');
  await says('由星河集团管理');
  const price = await page.waitForSelector('input[aria-label="启用词库 价格与促销"]');
  expect(
    await price?.evaluate((one) => [(one as HTMLInputElement).disabled, (one as HTMLInputElement).checked]),
  ).toEqual([true, true]);
  await page.type('textarea[aria-label="试一句"]', '给大家内部价');
  await says('公司规定');

  await go('storage');
  await says('由星河集团统一设置');
  expect(
    await page.$eval('input[aria-label="观众的评论和互动"]', (one) => (one as HTMLInputElement).value),
  ).toBe('7');

  await go('review');
  await says('由星河集团统一设置');
  const needs = await page.$$eval('select option', (all) => all.map(({ value }) => value));
  expect(needs).toEqual(['operator', 'legal']);

  // around the screens, straight at the database, it is refused or does not count
  await go('rules');
  await page.waitForSelector('input[aria-label="启用词库 价格与促销"]');
  await page.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('live-room-copilot');
        opening.onsuccess = () => {
          const write = opening.result.transaction('settings', 'readwrite');
          write.objectStore('settings').put({
            id: 'rules',
            value: {
              product: 'general',
              evidence: [],
              off: { lists: ['price'], categories: [], rules: [], terms: [] },
              terms: [],
              allow: [{ text: '全网最低价' }],
              quiet: [],
              levels: {},
            },
          });
          write.oncomplete = () => done();
          write.onerror = () => failed(write.error);
        };
      }),
  );
  await page.reload();
  await page.type('textarea[aria-label="试一句"]', '今天全网最低价');
  await says('价格法');
}, 30_000);
