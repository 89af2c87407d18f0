import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTab } from '../../scripts/drive/hands.ts';
import { openRehearsal, type Rehearsal } from '../../scripts/drive/open.ts';
import { openWindow } from '../../scripts/drive/window.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let rehearsal: Rehearsal;
let panels: Page[];
let lists: Page;

beforeAll(async () => {
  rehearsal = await openRehearsal({ platforms: ['douyin'], rate: 5, seed: 2 });
  await rehearsal.console('douyin');
  const first = await rehearsal.openPanel('douyin');
  const { host } = new URL(first.url());
  const open = async (path: string) => {
    const page = await openWindow(rehearsal.browser, `chrome-extension://${host}/${path}`);
    page.setDefaultTimeout(10_000);
    return page;
  };
  panels = [await open('sidepanel.html'), await open('sidepanel.html')];
  lists = await open('console.html#/rules');
  rehearsal.stage.start();
  for (const panel of panels) {
    await openTab(panel, 'comments');
    await panel.waitForSelector('[role="log"] [title]');
  }
}, 30_000);
afterAll(() => rehearsal?.close());

const press = (name: string) => lists.locator(`::-p-xpath(//button[normalize-space(.)="${name}"])`).click();
const dialogSays = (words: string) =>
  lists.waitForFunction(
    (text) => document.querySelector('[role="dialog"]')?.textContent?.includes(text),
    {},
    words,
  );
const closeDialog = async () => {
  await lists.keyboard.press('Escape');
  await lists.waitForFunction(() => !document.querySelector('[role="dialog"]'));
};

/** What axe finds wrong with a page as it stands. */
async function wrong(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
    const { violations } = await run(document);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  });
}

const marked = (panel: Page, word: string, isMarked: boolean) =>
  panel.waitForFunction(
    (text, wanted) =>
      [...document.querySelectorAll('[role="log"] mark')].some((mark) => mark.textContent?.includes(text)) ===
      wanted,
    {},
    word,
    isMarked,
  );

test('a word banned, let go and taken back on the lists page counts in two open panels', async () => {
  // the session's first rows, so that both panels show what is looked at, and go on showing it
  for (const panel of panels) {
    await panel.hover('[role="log"]');
    await panel.mouse.wheel({ deltaY: -4000 });
    await panel.waitForFunction(() => document.querySelector('[role="log"]')?.scrollTop === 0);
  }
  // what somebody says is what is banned
  const said = await panels[0]!.$$eval('[role="log"] [title]', (rows) =>
    rows.map((row) => row.getAttribute('title')!.replace(/[^\p{Script=Han}]/gu, '')),
  );
  const word = said.find(({ length }) => length > 1)!.slice(0, 2);
  const all = (isMarked: boolean) => Promise.all(panels.map((panel) => marked(panel, word, isMarked)));
  await lists.locator('input[placeholder="词语"]').fill(word);
  await lists.keyboard.press('Enter');
  await all(true);

  await lists.locator(`input[aria-label="启用 ${word}"]`).click();
  await all(false);
  await press('撤销');
  await all(true);
}, 30_000);

test('axe finds nothing wrong with the lists page, what opens on it, and a moderator’s card', async () => {
  expect(await wrong(lists)).toEqual([]);
  await press('导入');
  await dialogSays('导入词单');
  expect(await wrong(lists)).toEqual([]);
  await lists.locator('[role="dialog"] textarea').fill('甲乙丙\n全网最低价');
  await press('预览');
  await dialogSays('甲乙丙');
  await press('先看会拦下什么');
  await dialogSays('用时');
  expect(await wrong(lists)).toEqual([]);
  await closeDialog();
  await press('订阅');
  expect(await wrong(lists)).toEqual([]);
  await closeDialog();
  await press('改动记录');
  expect(await wrong(lists)).toEqual([]);
  await closeDialog();

  const [panel] = panels;
  await panel!.locator('[role="log"] [title]').click();
  await panel!.locator('[role="log"] [data-picked="true"] button').click();
  await panel!.waitForSelector('[role="dialog"]');
  expect(await wrong(panel!)).toEqual([]);
}, 30_000);
