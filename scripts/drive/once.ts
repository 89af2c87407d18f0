import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { type LoggedEvent, type PlatformId, platformIds } from '../../lib/model.ts';
import type { StageOptions } from '../../rehearsal/stage.ts';
import { answer, box, findAnswerable, openTab, shownComments, showRoom } from './hands.ts';
import { openRehearsal, type Rehearsal, until } from './open.ts';
import { latencies, notePaints, percentile } from './paint.ts';
import { table } from './table.ts';

const folder = fileURLToPath(new URL('../../.output/rehearsal', import.meta.url));
const names: Record<PlatformId, string> = { douyin: '抖音', taobao: '淘宝', kuaishou: '快手' };

/** What was counted of one platform. */
interface Tally {
  platform: PlatformId;
  said: number;
  captured: number;
  stored: number;
  doubled: number;
  shown: number;
  replies: number;
  findings: number;
  latencies: number[];
}

/** Plays one minute by itself, leaves pictures and exports, prints the count. Gives the exit code. */
export async function rehearseOnce(options: StageOptions): Promise<number> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const platforms = options.platforms ?? platformIds;
  console.log('Opening the consoles …');
  const rehearsal = await openRehearsal(options);
  try {
    const tallies = await play(rehearsal, platforms);
    await lookBack(rehearsal, tallies);
    return report(tallies);
  } catch (error) {
    await shootAll(rehearsal);
    throw error;
  } finally {
    await rehearsal.close();
  }
}

/** What stood on every screen when it went wrong. */
async function shootAll(rehearsal: Rehearsal): Promise<void> {
  for (const [i, target] of rehearsal.browser.targets().entries()) {
    if (!/^https|sidepanel|console/.test(target.url())) continue;
    const page = await target.asPage();
    await shoot(page, `failed-${i}`).catch(() => {});
  }
}

const shoot = (page: Page, name: string) =>
  page.screenshot({ path: join(folder, `${name}.png`) as `${string}.png` });

async function play(rehearsal: Rehearsal, platforms: readonly PlatformId[]): Promise<Tally[]> {
  const { stage } = rehearsal;
  for (const platform of platforms) await rehearsal.console(platform);
  const [first] = platforms as [PlatformId];
  const panel = await rehearsal.openPanel(first);
  await panel.waitForSelector('[role="tab"]');
  await notePaints(panel);
  stage.start();
  console.log('The viewers are talking …');

  const tallies: Tally[] = [];
  for (const platform of platforms) {
    const page = await rehearsal.console(platform);
    await showRoom(panel, names[platform]);
    await openTab(panel, 1);
    await wait(500);
    const since = Date.now();
    await wait(12_000);
    const times = await latencies(panel, page, stage.said(platform), since);
    await shoot(panel, `panel-comments-${platform}`);
    await openTab(panel, 0);
    const question = await findAnswerable(panel);
    if (question === null) throw new Error(`No question on ${platform} that a script answers.`);
    await shoot(panel, `panel-questions-${platform}`);
    const reply = await answer(panel, page, platform);
    console.log(`  ${names[platform]}  ${question} → ${reply}`);
    await shoot(page, `console-${platform}`);
    tallies.push({
      platform,
      said: 0,
      captured: 0,
      stored: 0,
      doubled: 0,
      shown: 0,
      replies: 0,
      findings: 0,
      latencies: times,
    });
  }

  await typeSomethingBanned(rehearsal, panel, first);
  stage.pause();
  await stage.settle();
  for (const tally of tallies) {
    tally.said = stage.said(tally.platform).length;
    await showRoom(panel, names[tally.platform]);
    // the panel may still be folding what arrived last
    await until(
      `the panel shows ${tally.said} comments`,
      async () => (await shownComments(panel)) >= tally.said,
    ).catch(() => {});
    tally.shown = await shownComments(panel);
  }
  await openTab(panel, 3);
  await shoot(panel, 'panel-acts');
  for (const { platform } of tallies) await stage.endLive(platform);
  await wait(3000);
  await shoot(panel, 'panel-ended');
  return tallies;
}

/** Types what the law forbids into the console's own box: page and panel must say so, and nothing is sent. */
async function typeSomethingBanned(rehearsal: Rehearsal, panel: Page, platform: PlatformId): Promise<void> {
  const page = await rehearsal.console(platform);
  await showRoom(panel, names[platform]);
  const input = await box(page, platform);
  await input.type('这款全网最低价，治疗失眠效果第一');
  await openTab(panel, 2);
  await panel.waitForFunction(() => document.body.innerText.includes('全网最低价'), { timeout: 10_000 });
  await wait(500);
  await shoot(panel, 'panel-compliance');
  await shoot(page, `console-${platform}-warned`);
  await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await shoot(panel, 'panel-compliance-dark');
  await openTab(panel, 0);
  await shoot(panel, 'panel-questions-dark');
  await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  await input.evaluate((element) => element.select());
  await page.keyboard.press('Backspace');
}

/** The console page afterwards: sessions, a replay, word lists, settings, and both exports of each session. */
async function lookBack(rehearsal: Rehearsal, tallies: Tally[]): Promise<void> {
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
    const link = links.find(({ text }) => text.includes(names[tally.platform]));
    if (!link) throw new Error(`No session of ${tally.platform} in the list.`);
    await page.evaluate((href) => {
      location.hash = href;
    }, link.href);
    await replay(page, tally);
    await exportBoth(page, tally);
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
  await page.click('footer input[value="64"] + label');
  await page.keyboard.press('Space');
  await wait(400);
  await shoot(page, `replay-${tally.platform}`);
  await until('the replay reaches its end', async () => (await shownComments(page)) >= tally.shown, 30_000);
}

async function exportBoth(page: Page, tally: Tally): Promise<void> {
  const files = () => readdirSync(folder).filter((name) => /\.(jsonl|csv)$/.test(name));
  await page.locator('::-p-xpath(//button[normalize-space()="导出"])').click();
  for (const format of ['JSON Lines', 'CSV']) {
    const before = files().length;
    await page.locator(`[aria-label^="导出 ${format}"]`).click();
    await until(`the ${format} file is written`, () => files().length > before);
  }
  await shoot(page, `export-${tally.platform}`);
  await page.keyboard.press('Escape');
  const name = files().find((file) => file.endsWith('.jsonl') && file.includes(tally.platform)) ?? '';
  const events = readFileSync(join(folder, name), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line) as LoggedEvent);
  count(events, tally);
}

/** Counts from the exported file, the last link of the chain. */
function count(events: readonly LoggedEvent[], tally: Tally): void {
  const comments = events.filter((event) => event.kind === 'comment');
  const health = events.findLast((event) => event.kind === 'health');
  tally.captured = (health?.feed ?? 0) + (health?.dom ?? 0);
  tally.stored = comments.length;
  tally.doubled = comments.length - new Set(comments.map((comment) => comment.id)).size;
  tally.replies = events.filter((event) => event.kind === 'fill').length;
  tally.findings = events.reduce(
    (sum, event) => sum + (event.kind === 'draft' ? event.findings.length : 0),
    0,
  );
}

function report(tallies: readonly Tally[]): number {
  const ms = (value: number) => (Number.isNaN(value) ? '–' : `${value} ms`);
  const rows = tallies.map((tally) => [
    tally.platform,
    ...[tally.said, tally.captured, tally.stored, tally.doubled, tally.shown].map(String),
    ...[0.5, 0.95, 0.99].map((p) => ms(percentile(tally.latencies, p))),
    ...[tally.replies, tally.findings].map(String),
  ]);
  console.log(
    `\n${table([['', 'said', 'captured', 'stored', 'doubled', 'shown', 'p50', 'p95', 'p99', 'replies', 'findings'], ...rows])}`,
  );
  console.log(`\nPictures and exports: ${folder}`);
  const wrong = tallies.filter(
    ({ said, captured, stored, doubled, shown, replies }) =>
      said === 0 || captured !== said || stored !== said || shown !== said || doubled > 0 || replies === 0,
  );
  for (const { platform } of wrong) console.error(`The count of ${platform} does not add up.`);
  return wrong.length > 0 ? 1 : 0;
}
