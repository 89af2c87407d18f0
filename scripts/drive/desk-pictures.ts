import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { PlatformId } from '../../lib/model.ts';
import type { Rehearsal } from './open.ts';

type Shoot = (page: Page | ElementHandle, name: string) => Promise<unknown>;

/** Takes the moderators' pages: what a list would flag, profiles, words in review. */
export async function deskPictures(
  { stage, ...rehearsal }: Rehearsal,
  platform: PlatformId,
  shoot: Shoot,
): Promise<void> {
  const panel = await rehearsal.openPanel(platform);
  await panel.waitForSelector('[role="tab"]');
  stage.start();
  await wait(20_000);
  stage.pause();
  const open = async (place: string) => {
    const page = await rehearsal.extensionPage(`console.html#/${place}`);
    await page.setViewport({ width: 1280, height: 820 });
    return page;
  };
  await whatIf(await open('rules'), shoot);
  await profiles(await open('profiles'), shoot);
  await review(await open('review'), await open('rules'), shoot);
}

const press = (page: Page, name: string, nth = 1) =>
  page.locator(`::-p-xpath((//button[normalize-space(.)="${name}"])[${nth}])`).click();

async function whatIf(page: Page, shoot: Shoot): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'live-copilot-list-'));
  const file = join(folder, '品牌方禁用词.txt');
  writeFileSync(
    file,
    '# Title: 品牌方禁用词\n官方同款\tS3\t品牌方来函\n好看\n显瘦\tS2\n有货\tS1\n@@经典款\n',
  );
  await press(page, '导入');
  const field = (await page.waitForSelector('input[type="file"]')) as ElementHandle<HTMLInputElement>;
  await field.uploadFile(file);
  await page.waitForSelector('[role="dialog"] [role="status"]');
  await press(page, '先看会拦下什么');
  await page.waitForFunction(() => /用时 [\d,]+ 毫秒/.test(document.body.innerText));
  await wait(300);
  await shoot(page, 'what-if');
  rmSync(folder, { recursive: true });
  await page.close();
}

async function profiles(page: Page, shoot: Shoot): Promise<void> {
  await press(page, '新建方案');
  const name = '::-p-xpath(//label[normalize-space(.)="名称"]/..//input)';
  await page.locator(name).fill('大促专场');
  await page.locator('::-p-xpath(//label[normalize-space(.)="淘宝"])').click();
  await page.locator('::-p-xpath(//label[normalize-space(.)="化妆品"])').click();
  await wait(300);
  await shoot(page, 'profiles');
  await page.close();
}

async function review(page: Page, rules: Page, shoot: Shoot): Promise<void> {
  const need = await page.waitForSelector('select');
  await need?.select('legal');
  await rules.bringToFront();
  const field = await rules.waitForSelector('input[placeholder="词语"]');
  for (const word of ['官方同款', '平替', '断货王']) {
    await field?.type(word);
    await rules.keyboard.press('Enter');
    await rules.waitForSelector(`[aria-label="删除 ${word}"]`);
  }
  await rules.close();
  await page.bringToFront();
  await press(page, '送审');
  await page.locator('textarea').fill('品牌方来函要求，见附件第 3 条');
  await wait(500);
  await shoot(page, 'review');
  await page.close();
}
