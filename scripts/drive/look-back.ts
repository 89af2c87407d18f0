import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { LoggedEvent } from '../../lib/model.ts';
import { platformNames, shownComments } from './hands.ts';
import { type Rehearsal, until } from './open.ts';
import { folder, shoot } from './pictures.ts';
import { count, type Tally } from './tally.ts';

/** The console page afterwards: sessions, a replay, word lists, settings, and both exports of each session. */
export async function lookBack(rehearsal: Rehearsal, tallies: Tally[]): Promise<void> {
  console.log('Looking back …');
  const page = await rehearsal.extensionPage('console.html');
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: folder,
    eventsEnabled: true,
  });
  await page.waitForSelector('tbody tr a');
  await shoot(page, 'console-sessions');
  const links = await page.$$eval('tbody tr', (rows) =>
    rows.map((row) => ({
      text: row.textContent ?? '',
      href: row.querySelector('a')?.getAttribute('href') ?? '',
    })),
  );
  for (const tally of tallies) {
    const link = links.find(({ text }) => text.includes(platformNames[tally.platform]));
    if (!link) throw new Error(`No session of ${tally.platform} in the list.`);
    await page.evaluate((href) => {
      location.hash = href;
    }, link.href);
    await replay(page, tally);
    await exportBoth(page, tally);
    await report(page, link.href, tally);
  }
  await page.evaluate(() => {
    location.hash = '#/rules';
  });
  await page.waitForSelector('[role="switch"]');
  await shoot(page, 'console-rules');
  await page.evaluate(() => {
    location.hash = '#/settings';
  });
  await wait(500);
  await shoot(page, 'console-settings');
}

/** Plays the session back at full speed: at its end it must show what was shown live. */
async function replay(page: Page, tally: Tally): Promise<void> {
  await page.waitForSelector('footer [role="slider"]');
  await page.click('footer input[aria-label="速度"]');
  await page.locator('[role="option"] ::-p-text(64×)').click();
  await page.click('footer button[aria-label="播放"]');
  await wait(400);
  await shoot(page, `replay-${tally.platform}`);
  await until('the replay reaches its end', async () => (await shownComments(page)) >= tally.shown, 30_000);
}

/** Leaves a picture of the session's report, once it is made. */
async function report(page: Page, link: string, { platform }: Tally): Promise<void> {
  await page.evaluate(
    (href) => {
      location.hash = href;
    },
    link.replace('/sessions/', '/report/'),
  );
  await page.waitForSelector('main dl dd');
  // the charts' code is loaded last
  await page.waitForSelector('main canvas');
  await shoot(page, `report-${platform}`);
}

async function exportBoth(page: Page, tally: Tally): Promise<void> {
  const files = () => readdirSync(folder).filter((name) => /\.(jsonl|csv)$/.test(name));
  // without the picker of the system, which nobody could press here
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.locator('header ::-p-xpath(.//button[normalize-space()="导出"])').click();
  for (const format of ['JSON Lines', 'CSV']) {
    const before = files().length;
    await page.locator(`[role="dialog"] ::-p-text(${format})`).click();
    await page.locator('[role="dialog"] ::-p-xpath(.//button[normalize-space()="导出"])').click();
    await until(`the ${format} file is written`, () => files().length > before);
  }
  await shoot(page, `export-${tally.platform}`);
  await page.keyboard.press('Escape');
  const name = files().find((file) => file.endsWith('.jsonl') && file.includes(tally.platform)) ?? '';
  const events = readFileSync(join(folder, name), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1, -1)
    .map((line) => JSON.parse(line) as LoggedEvent);
  count(events, tally);
}
