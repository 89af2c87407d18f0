import { mkdirSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { PlatformId } from '../../lib/model.ts';
import { type IncidentName, playIncident } from '../../rehearsal/incidents.ts';
import { calm, type StageOptions } from '../../rehearsal/stage.ts';
import { openTab } from './hands.ts';
import { openRehearsal, type Rehearsal, until } from './open.ts';
import { folder, shoot, shootAll } from './pictures.ts';

/** So long the room talks as it always does before anything happens (ms). */
const quiet = 15_000;
/** An alarm comes within a second of what tips it; a feed must first be silent for a while (ms). */
const patience = 120_000;

/** Plays an incident by itself: alarm, plan, end and report. Leaves pictures, tells the story; gives the exit code. */
export async function rehearseIncident(name: IncidentName, options: StageOptions): Promise<number> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const [platform = 'taobao'] = options.platforms ?? [];
  console.log(`Opening the console (${platform}) …`);
  const rehearsal = await openRehearsal({
    rate: 3,
    awkward: calm,
    pollMs: 500,
    ...options,
    platforms: [platform],
  });
  try {
    const code = await play(name, rehearsal, platform);
    console.log(`\nPictures: ${folder}`);
    return code;
  } catch (error) {
    await shootAll(rehearsal);
    throw error;
  } finally {
    await rehearsal.close();
  }
}

async function play(name: IncidentName, rehearsal: Rehearsal, platform: PlatformId): Promise<number> {
  const { stage } = rehearsal;
  const tell = storyTeller();
  await rehearsal.console(platform);
  const panel = await rehearsal.openPanel(platform);
  await panel.waitForSelector('[role="tab"]');
  stage.start();
  await wait(quiet);

  tell(`the incident begins: ${name}`);
  const incident = playIncident(name, { stage, platform, wait });
  await panel.waitForSelector(alarmLine, { timeout: patience });
  tell(`alarm: ${await textOf(panel, alarmLine)}`);
  await shoot(panel, 'incident-1-alarm');
  await incident;

  // a graver one may have come meanwhile
  const alarm = await textOf(panel, alarmLine);
  await panel.click(alarmLine);
  await press(panel, '用预案');
  await panel.waitForSelector('article');
  await wait(300);
  await shoot(panel, 'incident-2-plan');
  const plan = await panel.$eval('article', (card) => card.getAttribute('aria-label') ?? '');
  await press(panel, '启动');
  await panel.waitForSelector('article input[type="checkbox"]');
  tell(`plan started: ${plan}`);
  const steps = await carryOut(panel, name);
  tell(`${steps} steps done`);
  await shoot(panel, 'incident-3-running');
  await press(panel, '结束预案');
  await press(panel, '已处理', '[role="menuitem"]');
  await until('the plan is over', async () => (await panel.$('article')) === null);
  tell('plan ended');
  await closeAlarms(panel);
  await openTab(panel, 'acts');
  await wait(500);
  await shoot(panel, 'incident-4-acts');
  await stage.endLive(platform).catch(() => {});
  await wait(2000);
  return (await reported(rehearsal, { alarm, plan, steps })) ? 0 : 1;
}

const alarmLine = 'button[aria-haspopup="dialog"][title] b';

/** What has to be done at once is done, something is noted, and a slip is corrected on the record. */
async function carryOut(panel: Page, name: IncidentName): Promise<number> {
  if (name === 'slip') {
    await fillIn(panel, '原话（错在哪里）', '全网最低价、质量第一：没有依据');
    await fillIn(panel, '更正的话', '这款今天直播间的价格以商品页面为准');
    await fillIn(panel, '更正的人', '小满');
    await press(panel, '记下更正');
  }
  const boxes = await panel.$$('::-p-xpath(//article//li[contains(., "马上")]//input[@type="checkbox"])');
  for (const box of boxes) {
    await box.click();
    await wait(150);
  }
  await fillIn(panel, '记一句', '按预案处理，已告诉主播');
  await press(panel, '记下', 'article button', true);
  await wait(500);
  return boxes.length;
}

async function closeAlarms(panel: Page): Promise<void> {
  for (let i = 0; i < 5; i++) {
    const button = await panel.$('::-p-xpath(//button[@title and normalize-space()="已处理"])');
    if (!button) return;
    await button.click();
    await wait(600);
  }
}

interface Story {
  alarm: string;
  plan: string;
  /** how many were done */
  steps: number;
}

/** The report of the session, once it tells of alarm, plan, steps and how soon; false when it never does. */
async function reported(rehearsal: Rehearsal, { alarm, plan, steps }: Story): Promise<boolean> {
  const page = await rehearsal.extensionPage('console.html');
  const link = await page.waitForSelector('tbody tr a');
  const href = (await link?.evaluate((found) => found.getAttribute('href'))) ?? '';
  await page.evaluate(
    (to) => {
      location.hash = to;
    },
    href.replace('/sessions/', '/report/'),
  );
  const missing = async () => {
    const rows = await page
      .$$eval('main tbody tr', (found) =>
        found.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? '')),
      )
      .catch(() => []);
    const ofAlarm = rows.find((cells) => cells.includes(alarm));
    const ofPlan = rows.find((cells) => cells.includes(plan));
    return [
      ...(ofAlarm ? [] : [`alarm “${alarm}”`]),
      ...(ofAlarm && /\d:\d\d/.test(ofAlarm.at(-1) ?? '') ? [] : ['how soon it was handled']),
      ...(ofPlan ? [] : [`plan “${plan}”`]),
      ...(ofPlan?.some((cell) => cell.startsWith(`${steps}/`)) ? [] : [`${steps} steps done`]),
      ...(ofPlan?.some((cell) => cell.startsWith('已处理')) ? [] : ['how the plan ended']),
    ];
  };
  await until('the report tells the story', async () => (await missing()).length === 0, 60_000).catch(
    () => {},
  );
  await wait(1000);
  await shoot(page, 'incident-5-report');
  for (const [i, title] of ['提醒与处理', '预案'].entries()) {
    const section = await page.$(`::-p-xpath(//section[h2[normalize-space()="${title}"]])`);
    await section?.screenshot({ path: `${folder}/incident-${6 + i}-report.png` });
  }
  const left = await missing();
  console.log(
    left.length === 0 ? 'The report tells the same story.' : `Not in the report: ${left.join(', ')}`,
  );
  return left.length === 0;
}

function storyTeller(): (what: string) => void {
  const start = Date.now();
  return (what) => console.log(`  ${((Date.now() - start) / 1000).toFixed(1).padStart(6)} s  ${what}`);
}

const textOf = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (found) => found.textContent ?? '');

/** Presses the button that says so. */
async function press(page: Page, name: string, among = 'button', isExact = false): Promise<void> {
  await page.waitForFunction(
    (selector, words, whole) =>
      [...document.querySelectorAll<HTMLElement>(selector)].some((one) =>
        whole ? one.innerText.trim() === words : one.innerText.trim().startsWith(words),
      ),
    { timeout: 20_000 },
    among,
    name,
    isExact,
  );
  await page.evaluate(
    (selector, words, whole) =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .find((one) => (whole ? one.innerText.trim() === words : one.innerText.trim().startsWith(words)))
        ?.click(),
    among,
    name,
    isExact,
  );
}

async function fillIn(page: Page, label: string, words: string): Promise<void> {
  const field = await page.waitForSelector(`::-p-aria([name="${label}"][role="textbox"])`);
  // over what stands there
  await field?.click({ count: 3 });
  await page.keyboard.type(words);
}
