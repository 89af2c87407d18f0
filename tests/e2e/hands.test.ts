import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { platformIds } from '../../lib/model.ts';
import { box, findAnswerable, openTab, platformNames, showRoom, typed } from '../../scripts/drive/hands.ts';
import { openRehearsal, type Rehearsal, until } from '../../scripts/drive/open.ts';
import { readStored } from '../../scripts/drive/stored.ts';

let rehearsal: Rehearsal;
afterEach(() => rehearsal?.close());

test.each(platformIds)(
  'on %s a reply is filled by two keys, can be undone, and is never sent by us',
  async (platform) => {
    rehearsal = await openRehearsal({ platforms: [platform], rate: 5, seed: 2 });
    const page = await rehearsal.console(platform);
    const panel = await rehearsal.openPanel(platform);
    const input = await box(page, platform);
    await input.type('先写了一半');
    rehearsal.stage.start();
    await showRoom(panel, platformNames[platform]);
    await panel.waitForSelector('[id^="question-"]');
    await until('a question that a script answers', async () => (await findAnswerable(panel)) !== null);

    await panel.keyboard.press('1');
    await panel.keyboard.press('Enter');
    await until('the reply stands in the box', async () => (await typed(input)) !== '先写了一半');
    const reply = await typed(input);
    await wait(3000);

    expect(reply.length).toBeGreaterThan(5);
    expect(reply.length).toBeLessThanOrEqual(50);
    // still in the box, so nobody has sent it
    expect(await typed(input)).toBe(reply);
    expect(rehearsal.stage.said(platform).filter(({ anchor, text }) => anchor && text === reply)).toEqual([]);

    await panel.locator('::-p-xpath(//button[contains(., "撤销")])').click();
    await until('what was there before is back', async () => (await typed(input)) === '先写了一半');
  },
);

test('keys do nothing while somebody types or composes in the panel', async () => {
  rehearsal = await openRehearsal({ platforms: ['douyin'], rate: 5, seed: 2 });
  const page = await rehearsal.console('douyin');
  const panel = await rehearsal.openPanel('douyin');
  rehearsal.stage.start();
  await panel.waitForSelector('[id^="question-"]');
  await until('a question that a script answers', async () => (await findAnswerable(panel)) !== null);

  const field = await panel.waitForSelector('textarea');
  await field?.type('1号今天有货e1');
  await wait(500);

  expect(await field?.evaluate((element) => element.value)).toBe('1号今天有货e1');
  expect(await typed(await box(page, 'douyin'))).toBe('');
});

test('a banned word typed into the console is marked on the page and in the panel, and goes when it is mended', async () => {
  rehearsal = await openRehearsal({ platforms: ['taobao'], rate: 5, seed: 2 });
  const page = await rehearsal.console('taobao');
  const panel = await rehearsal.openPanel('taobao');
  rehearsal.stage.start();
  await openTab(panel, 'compliance');
  const input = await box(page, 'taobao');

  await input.type('全网最低价');
  await page.waitForFunction(
    () => document.querySelector('live-copilot-line')?.getBoundingClientRect().height,
  );
  await panel.waitForFunction(() => document.body.innerText.includes('禁用'));

  for (let i = 0; i < 5; i++) await page.keyboard.press('Backspace');
  await input.type('今天到手价59元');
  await page.waitForFunction(
    () => !document.querySelector('live-copilot-line')?.getBoundingClientRect().height,
  );
  await panel.waitForFunction(() => !document.body.innerText.includes('全网最低价'));
});

test('what a moderator adds or switches off counts in an open panel at once', async () => {
  rehearsal = await openRehearsal({ platforms: ['douyin'], rate: 5, seed: 2 });
  await rehearsal.console('douyin');
  const panel = await rehearsal.openPanel('douyin');
  rehearsal.stage.start();
  const field = await panel.waitForSelector('textarea');
  const isMarked = (text: string) =>
    panel.waitForFunction(
      (words) => [...document.querySelectorAll('mark')].some((mark) => mark.textContent?.includes(words)),
      {},
      text,
    );
  const isClean = () => panel.waitForFunction(() => document.querySelectorAll('mark').length === 0);
  await field?.type('加我微信领好东西');
  await isMarked('微信');
  const rules = await rehearsal.extensionPage('console.html#/rules');

  await rules.locator('input[placeholder="词语"]').fill('好东西');
  await rules.keyboard.press('Enter');
  await isMarked('好东西');

  await rules.locator('[aria-label="删除 好东西"]').click();
  await rules.locator('::-p-xpath(//button[.="导流、刷评与互动"])').click();
  await rules.locator('[aria-label^="启用分类 站外"]').click();
  await isClean();
});

test('a session ends at a person’s word and takes no more comments', async () => {
  rehearsal = await openRehearsal({ platforms: ['kuaishou'], rate: 10, seed: 2 });
  await rehearsal.console('kuaishou');
  const panel = await rehearsal.openPanel('kuaishou');
  rehearsal.stage.start();
  await panel.waitForSelector('[id^="question-"]');

  await panel.locator('header button[aria-label="更多"]').click();
  await panel.locator('::-p-xpath(//*[@role="menuitem"][contains(., "结束本场")])').click();
  await panel.locator('::-p-xpath(//*[@role="dialog"]//button[contains(., "结束本场")])').click();
  const log = await rehearsal.extensionPage('console.html');
  await until('it has ended', async () => (await readStored(log))[0]?.session.endedAt !== null);
  const [before] = await readStored(log);
  await wait(3000);
  const after = await readStored(log);

  expect(after).toHaveLength(1);
  expect(after[0]?.session.comments).toBe(before?.session.comments);
});
