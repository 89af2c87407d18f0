import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { PlatformId } from '../../../lib/model.ts';
import type { StageOptions } from '../../../rehearsal/stage.ts';
import { openRehearsal } from '../../drive/open.ts';

/** Something that breaks, and the words by which the panel says so. */
interface Breakage {
  name: string;
  platform: PlatformId;
  options?: StageOptions;
  /** breaks it while it runs; without, the page comes broken */
  break?(page: Page): Promise<void>;
  words: string;
}

const block = (part: string) => async (page: Page) => {
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  await session.send('Network.setBlockedURLs', { urls: [`*${part}*`] });
};
const crash = async (page: Page) => {
  page.goto('chrome://crash').catch(() => {});
};

const breakages: readonly Breakage[] = [
  { name: 'Douyin feed dies', platform: 'douyin', break: block('/comment/info'), words: '没有应答' },
  { name: 'Taobao feed dies', platform: 'taobao', break: block('comment.query'), words: '没有应答' },
  {
    name: 'Douyin feed changed its form',
    platform: 'douyin',
    options: { feed: 'renamed' },
    words: '格式变了',
  },
  {
    name: 'Douyin rows changed their names',
    platform: 'douyin',
    options: { rows: 'renamed' },
    words: '列表读不出来',
  },
  {
    name: 'Taobao rows changed their names',
    platform: 'taobao',
    options: { rows: 'renamed' },
    words: '列表读不出来',
  },
  {
    name: 'Douyin feed and rows both unknown',
    platform: 'douyin',
    options: { feed: 'hidden', rows: 'renamed' },
    words: '都读不懂',
  },
  { name: 'the page crashes', platform: 'douyin', break: crash, words: '没有回应' },
];

/** Seconds from each breakage to the panel's saying so; NaN where it never did. */
export async function timeAlarms(): Promise<{ name: string; seconds: number }[]> {
  const times: { name: string; seconds: number }[] = [];
  for (const one of breakages) {
    const rehearsal = await openRehearsal({
      platforms: [one.platform],
      rate: 20,
      pollMs: 500,
      ...one.options,
    });
    try {
      const page = await rehearsal.console(one.platform);
      const panel = await rehearsal.openPanel(one.platform);
      await panel.waitForSelector('header');
      if (one.break) {
        rehearsal.stage.start();
        await panel.waitForSelector('header [data-kind="listening"]');
        await wait(4000);
        await one.break(page);
      } else {
        // the broken page comes anew, as after a release of the platform's
        rehearsal.stage.start();
        await page.reload({ waitUntil: 'domcontentloaded' });
      }
      const since = Date.now();
      const isSaid = panel.waitForFunction(
        (words) => document.body.innerText.includes(words),
        { timeout: 30_000, polling: 50 },
        one.words,
      );
      const seconds = await isSaid.then(
        () => (Date.now() - since) / 1000,
        () => Number.NaN,
      );
      times.push({ name: one.name, seconds });
    } finally {
      await rehearsal.close();
    }
  }
  return times;
}
