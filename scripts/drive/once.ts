import { mkdirSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { type PlatformId, platformIds } from '../../lib/model.ts';
import type { StageOptions } from '../../rehearsal/stage.ts';
import { answer, box, findAnswerable, openTab, platformNames, shownComments, showRoom } from './hands.ts';
import { lookBack } from './look-back.ts';
import { openRehearsal, type Rehearsal, until } from './open.ts';
import { latencies, notePaints } from './paint.ts';
import { folder, shoot, shootAll } from './pictures.ts';
import { emptyTally, report, type Tally } from './tally.ts';

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
    const code = report(tallies);
    console.log(`\nPictures and exports: ${folder}`);
    return code;
  } catch (error) {
    await shootAll(rehearsal);
    throw error;
  } finally {
    await rehearsal.close();
  }
}

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
    await showRoom(panel, platformNames[platform]);
    await openTab(panel, 'comments');
    await wait(500);
    const since = Date.now();
    await wait(12_000);
    const times = await latencies(panel, page, stage.said(platform), since);
    await shoot(panel, `panel-comments-${platform}`);
    await openTab(panel, 'questions');
    const question = await findAnswerable(panel);
    await shoot(panel, `panel-questions-${platform}`);
    if (question === null) console.log(`  ${platformNames[platform]}  no question that a script answers`);
    else {
      const reply = await answer(panel, page, platform);
      console.log(`  ${platformNames[platform]}  ${question} → ${reply}`);
    }
    await shoot(page, `console-${platform}`);
    tallies.push({ ...emptyTally(platform), isAnswered: question !== null, latencies: times });
  }

  await typeSomethingBanned(rehearsal, panel, first);
  stage.pause();
  await stage.settle();
  for (const tally of tallies) {
    tally.said = stage.said(tally.platform).length;
    await showRoom(panel, platformNames[tally.platform]);
    // the panel may still be folding what arrived last
    await until(
      `the panel shows ${tally.said} comments`,
      async () => (await shownComments(panel)) >= tally.said,
    ).catch(() => {});
    tally.shown = await shownComments(panel);
  }
  await openTab(panel, 'acts');
  await shoot(panel, 'panel-acts');
  for (const { platform } of tallies) await stage.endLive(platform);
  await wait(3000);
  await shoot(panel, 'panel-ended');
  return tallies;
}

/** Types what the law forbids into the console's own box: page and panel must say so, and nothing is sent. */
async function typeSomethingBanned(rehearsal: Rehearsal, panel: Page, platform: PlatformId): Promise<void> {
  const page = await rehearsal.console(platform);
  await showRoom(panel, platformNames[platform]);
  const input = await box(page, platform);
  await input.type('这款全网最低价，治疗失眠效果第一');
  await openTab(panel, 'compliance');
  await panel.waitForFunction(() => document.body.innerText.includes('全网最低价'), { timeout: 10_000 });
  await wait(500);
  await shoot(panel, 'panel-compliance');
  await shoot(page, `console-${platform}-warned`);
  await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await shoot(panel, 'panel-compliance-dark');
  await openTab(panel, 'questions');
  await shoot(panel, 'panel-questions-dark');
  await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  await input.evaluate((element) => element.select());
  await page.keyboard.press('Backspace');
}
