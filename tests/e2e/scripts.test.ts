import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { box, platformNames, showRoom, typed } from '../../scripts/drive/hands.ts';
import { openRehearsal, type Rehearsal, until } from '../../scripts/drive/open.ts';

let rehearsal: Rehearsal;
afterEach(() => rehearsal?.close());

const button = (name: string) => `::-p-xpath(//button[contains(normalize-space(.), "${name}")])`;

test('a rule that is pasted on the console page is offered in the open panel, filled, and its use is counted', async () => {
  rehearsal = await openRehearsal({ platforms: ['douyin'], rate: 5, seed: 2 });
  const page = await rehearsal.console('douyin');
  const panel = await rehearsal.openPanel('douyin');
  rehearsal.stage.start();
  await showRoom(panel, platformNames.douyin);
  await panel.waitForSelector('[id^="question-"]');

  const scripts = await rehearsal.extensionPage('console.html#/scripts');
  await scripts.locator(button('导入')).click();
  await scripts.locator('[role="dialog"] textarea').fill('码表在哪|尺码表在详情页第二屏哦');
  await scripts.locator(button('预览')).click();
  await scripts.locator(button('导入 1 条')).click();
  await until('it stands in the table', () =>
    scripts.$$eval('table textarea', (cells) =>
      cells.some((cell) => cell.value === '尺码表在详情页第二屏哦'),
    ),
  );

  await panel.bringToFront();
  await panel.keyboard.press('j');
  await panel.keyboard.press('/');
  await panel.keyboard.type('cmbz');
  await until('the search finds it', () =>
    panel.$$eval('[aria-label="话术搜索"] [role="option"]', (found) =>
      (found[0]?.textContent ?? '').includes('尺码表在详情页第二屏哦'),
    ),
  );
  await panel.keyboard.press('Enter');
  await panel.keyboard.press('Enter');
  const input = await box(page, 'douyin');
  await until(
    'it stands in the console’s box',
    async () => (await typed(input)) === '尺码表在详情页第二屏哦',
  );

  await scripts.bringToFront();
  await until('its use is counted', async () => {
    // the figures are those of when the page was opened
    await scripts.reload();
    await scripts.waitForSelector('table tr');
    await wait(500);
    return scripts.$$eval('table tr', (rows) =>
      rows.some((row) => (row.textContent ?? '').includes('填入 1')),
    );
  });
  expect(await scripts.$('[role="alert"]')).toBeNull();
});

test('a reply that was typed is kept in one press and stands in the table at once', async () => {
  rehearsal = await openRehearsal({ platforms: ['taobao'], rate: 5, seed: 2 });
  const scripts = await rehearsal.extensionPage('console.html#/scripts');
  const panel = await rehearsal.openPanel('taobao');
  rehearsal.stage.start();
  await showRoom(panel, platformNames.taobao);
  await panel.waitForSelector('[id^="question-"]');

  await panel.keyboard.press('j');
  await panel.keyboard.press('w');
  await panel.keyboard.type('我去仓库看一眼马上回您');
  await panel.keyboard.press('Enter');
  await panel.locator(button('存为话术')).click();

  await until('it stands in the table', () =>
    scripts.$$eval('table textarea', (cells) =>
      cells.some((cell) => cell.value === '我去仓库看一眼马上回您'),
    ),
  );
});
