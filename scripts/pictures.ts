import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ElementHandle, Page } from 'puppeteer-core';
import { calm } from '../rehearsal/stage.ts';
import { buildExtension } from './drive/build.ts';
import { deskPictures } from './drive/desk-pictures.ts';
import { box, findAnswerable, openTab, typed } from './drive/hands.ts';
import { openRehearsal, type Rehearsal, until } from './drive/open.ts';

/**
 * Takes the README's pictures again: `board` (calm, busy, red, a card's reasons, a question's way into the box) and
 * `lists` (the lists page), `desk` (a list tried, profiles, review), `host` (a vote, and the prompter), `drill` (figures, and a plan that is practised), or only
 * those that are named.
 */

const folder = fileURLToPath(new URL('../docs/images', import.meta.url));
const platform = 'taobao';
const askers = ['小雨', '阿梅', '豆豆', '南风', '木子', '可可', '苏打水', '七七', '晚晚'];

const shoot = (page: Page | ElementHandle, name: string) =>
  page.screenshot({ path: join(folder, `${name}.png`) as `${string}.png` });
const cards = (panel: Page) => panel.$$eval('[id^="question-"]', (found) => found.length);

buildExtension();
mkdirSync(folder, { recursive: true });
const rehearsal = await openRehearsal({
  platforms: [platform],
  seed: 4,
  rate: 6,
  backlog: 0,
  pollMs: 200,
  awkward: calm,
});
try {
  const named = process.argv.slice(2);
  const isWanted = (part: string) => named.length === 0 || named.includes(part);
  if (isWanted('lists')) await lists(rehearsal);
  if (isWanted('desk')) await deskPictures(rehearsal, platform, shoot);
  if (isWanted('board')) await board(rehearsal);
  if (isWanted('host')) await host(rehearsal);
  if (isWanted('drill')) await drill(rehearsal);
} finally {
  await rehearsal.close();
}

async function board({ stage, ...rehearsal }: Rehearsal): Promise<void> {
  const page = await rehearsal.console(platform);
  const panel = await rehearsal.openPanel(platform);
  await panel.waitForSelector('[role="tab"]');
  stage.start();
  await until('two questions wait', async () => (await cards(panel)) >= 2, 60_000);
  stage.pause();
  await wait(500);
  await shoot(panel, 'board-calm');

  stage.start();
  await until('the board is busy', async () => (await cards(panel)) >= 8, 60_000);
  stage.pause();
  for (const [i, nick] of askers.entries()) {
    stage.say(platform, i % 2 === 0 ? '160 110斤穿什么码' : '160/110斤穿多大码', nick);
    if (i % 3 === 0) stage.say(platform, '几天能到啊', nick);
    if (i % 4 === 0) stage.say(platform, '1号链接保修多久', nick);
  }
  await wait(6500);
  stage.say(platform, '可以开发票吗', '一只小鹿');
  await wait(1500);
  await shoot(panel, 'board-busy');

  await wait(32_000);
  await shoot(panel, 'board-red');
  await inTheDark(panel, () => shoot(panel, 'board-red-dark'));

  const merged = await panel.waitForSelector(
    '::-p-xpath(//*[starts-with(@id,"question-")][contains(.,"110斤")])',
  );
  await merged?.click();
  await panel.keyboard.press('m');
  await wait(300);
  await shoot(panel, 'card-why');
  await panel.keyboard.press('m');

  const question = await findAnswerable(panel, 20);
  if (question === null) throw new Error('No question that a script answers.');
  await wait(300);
  await shoot(panel, 'answer-1-question');
  await panel.keyboard.press('1');
  await panel.keyboard.press('Enter');
  const input = await box(page, platform);
  await until('the reply stands in the box', async () => (await typed(input)) !== '');
  await wait(300);
  await shoot(panel, 'answer-2-filled');
  await page.bringToFront();
  const at = await input.boundingBox();
  const size = await panel.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  if (!at) throw new Error('The box is not to be seen.');
  await page.screenshot({
    path: join(folder, 'answer-3-console.png') as `${string}.png`,
    clip: {
      x: Math.max(0, at.x + at.width / 2 - size.width / 2),
      y: Math.max(0, at.y + at.height + 60 - size.height),
      ...size,
    },
  });
}

async function host({ stage, browser, ...rehearsal }: Rehearsal): Promise<void> {
  const panel = await rehearsal.openPanel(platform);
  const button = (name: string, nth = 1) =>
    panel.locator(`::-p-xpath((//button[normalize-space(.)="${name}"])[${nth}])`);
  await panel.waitForSelector('[role="tab"]');
  stage.start();
  await until('two questions wait', async () => (await cards(panel)) >= 2, 60_000);
  const question = await findAnswerable(panel, 20);
  if (question === null) throw new Error('No question that a script answers.');
  await panel.keyboard.press('p');
  await panel.locator('button[aria-label="更多"]').click();
  await panel.locator('::-p-xpath(//*[@role="menuitem"][contains(., "打开提词器")])').click();
  const target = await browser.waitForTarget((one) => one.url().includes('prompter.html'));
  const prompter = await target.asPage();
  await prompter.setViewport({ width: 1280, height: 720 });
  await prompter.waitForSelector('article');
  await wait(500);
  await shoot(prompter, 'prompter');

  await panel.bringToFront();
  await openTab(panel, 'day');
  await button('投票').click();
  await panel.locator('form input').fill('想先看哪件');
  await panel.locator('form textarea').fill('风衣\n毛衣\n围巾');
  await button('开始').click();
  for (const [i, nick] of askers.entries()) stage.say(platform, ['扣1', '2', '风衣', '3'][i % 4] ?? '', nick);
  await wait(3000);
  await panel.$eval('article', (card) => card.scrollIntoView({ block: 'center' }));
  await wait(300);
  await shoot(panel, 'tools');
}

async function drill({ stage, ...rehearsal }: Rehearsal): Promise<void> {
  await rehearsal.console(platform);
  const panel = await rehearsal.openPanel(platform);
  await panel.waitForSelector('[role="tab"]');
  stage.start();
  await openTab(panel, 'day');
  await wait(100_000);
  stage.pause();
  const show = async (part: string) => {
    const found = await panel.waitForSelector(part);
    await found?.evaluate((one) => one.scrollIntoView({ block: 'start' }));
    await wait(300);
  };
  const press = async (part: string) =>
    (await panel.waitForSelector(part))?.evaluate((one) => (one as HTMLElement).click());
  const board = '::-p-xpath(//section[header/h2[.="数据看板"]]';
  await press(`${board}//button)`);
  await show(`${board})`);
  await shoot(panel, 'figures');

  await press('input[role="switch"]');
  await panel.keyboard.press('y');
  await panel.waitForSelector('[role="combobox"]');
  await panel.keyboard.type('raid');
  await panel.keyboard.press('Enter');
  await press('::-p-xpath(//article//button[starts-with(normalize-space(.), "启动")])');
  await press('article input[type="checkbox"]');
  await wait(1500);
  await show('article');
  await shoot(panel, 'drill');
  await inTheDark(panel, () => shoot(panel, 'drill-dark'));
}

async function lists(rehearsal: Rehearsal): Promise<void> {
  const page = await rehearsal.extensionPage('console.html#/rules');
  await page.setViewport({ width: 1280, height: 900 });
  const open = (name: string) => page.locator(`::-p-xpath(//button[contains(., "${name}")])`).click();
  await page.locator('button[aria-label="新建词单 · 店铺"]').click();
  await page.locator('input[aria-label="名称"]').fill('品牌方词单');
  await page.keyboard.press('Enter');
  await page.locator('button[aria-label="品牌方词单 的更多操作"]').click();
  await page.locator('::-p-xpath(//*[@role="menuitem"][.="编辑文本"])').click();
  await page
    .locator('textarea[aria-label="编辑“品牌方词单”"]')
    .fill('官方同款 高风险 品牌方来函\n平替 需依据\n经典款 放行');
  await page.locator('input[aria-label^="改动原因"]').fill('品牌方 11 月来函');
  await page.locator('::-p-xpath(//button[.="保存"])').click();
  await page.waitForSelector('[role="dialog"]', { hidden: true });
  await open('导流、刷评与互动');
  await open('品牌方词单');
  await page.locator('textarea[aria-label="试一句"]').fill('全网最低价，官方同款，加我微信');
  await wait(800);
  await shoot(page, 'rules');
  await page.close();
}

async function inTheDark(page: Page, act: () => Promise<unknown>): Promise<void> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await act();
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
}
