import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import type { StageOptions } from '../../rehearsal/stage.ts';
import { openRehearsal, type Rehearsal, until } from '../../scripts/drive/open.ts';
import { readStored } from '../../scripts/drive/stored.ts';

let rehearsal: Rehearsal;
afterEach(() => rehearsal?.close());

async function open(options: StageOptions): Promise<{ page: Page; panel: Page }> {
  rehearsal = await openRehearsal({ platforms: ['douyin'], rate: 10, seed: 4, pollMs: 500, ...options });
  const page = await rehearsal.console('douyin');
  const panel = await rehearsal.openPanel('douyin');
  await panel.waitForSelector('header [data-kind]');
  return { page, panel };
}
const says = (panel: Page, words: string, timeout = 10_000) =>
  panel.waitForFunction((sought) => document.body.innerText.includes(sought), { timeout }, words);
const lamp = (panel: Page) => panel.$eval('header [data-kind]', (one) => (one as HTMLElement).dataset.kind);

test('a quiet room is green and says that its feed answers; every figure is in the view', async () => {
  const { panel } = await open({ backlog: 0 });

  await until('it listens', async () => (await lamp(panel)) === 'listening');
  await panel.locator('header button[aria-haspopup="dialog"]').click();
  await says(panel, '还没有人说话');
  rehearsal.stage.start();
  await says(panel, '接口 + 页面列表');
  await says(panel, '评论正在正常读取');
  for (const words of ['已就位', '两路合并', '条/分', '在走', '有效', '在眼前', '进行中'])
    await says(panel, words);
});

test('a page nobody understands is told from a quiet room within ten seconds', async () => {
  const { panel } = await open({ feed: 'hidden', rows: 'renamed' });
  rehearsal.stage.start();

  await says(panel, '一条评论都读不懂', 12_000);

  expect(await lamp(panel)).toBe('lost');
});

test('a changed list and a changed feed are told apart, with what is fallen back to', async () => {
  const { panel } = await open({ rows: 'renamed' });
  rehearsal.stage.start();
  await says(panel, '评论列表读不出来', 12_000);
  await says(panel, '只靠接口读');
  await rehearsal.close();

  const other = await open({ feed: 'renamed' });
  rehearsal.stage.start();
  await says(other.panel, '评论接口的格式变了', 12_000);
  await says(other.panel, '只靠页面列表读');
});

test('a page that crashed is reported, and leaves a gap once it is back', async () => {
  const { page, panel } = await open({});
  rehearsal.stage.start();
  await says(panel, '监听中');
  await wait(2000);

  await page.goto('chrome://crash').catch(() => {});
  await says(panel, '没有回应', 12_000);
  const again = await rehearsal.browser.newPage();
  await again.goto(rehearsal.stage.urls.douyin);
  await panel.bringToFront().catch(() => {});
  await until('it listens again', async () => (await lamp(panel)) === 'listening');

  const log = await rehearsal.extensionPage('console.html');
  await until('the gap is in the log', async () =>
    (await readStored(log)).some(({ events }) =>
      events.some((event) => event.kind === 'gap' && event.reason === 'page-away'),
    ),
  );
});
