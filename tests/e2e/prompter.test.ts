import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { findAnswerable } from '../../scripts/drive/hands.ts';
import { openRehearsal, type Rehearsal, until } from '../../scripts/drive/open.ts';
import { readStored } from '../../scripts/drive/stored.ts';

let rehearsal: Rehearsal;
afterEach(() => rehearsal?.close());

async function openPrompter(panel: Page): Promise<Page> {
  await panel.locator('button[aria-label="更多"]').click();
  await panel.locator('::-p-xpath(//*[@role="menuitem"][contains(., "打开提词器")])').click();
  const target = await rehearsal.browser.waitForTarget((one) => one.url().includes('prompter.html'));
  const prompter = await target.asPage();
  await prompter.waitForSelector('[role="toolbar"] button:nth-child(2):not(:disabled)');
  return prompter;
}

test('P puts the card in hand before the host, a remote brings the next one, E closes it, and all of it is in the log', async () => {
  rehearsal = await openRehearsal({ platforms: ['douyin'], rate: 5, seed: 2 });
  const panel = await rehearsal.openPanel('douyin');
  rehearsal.stage.start();
  await panel.waitForSelector('[id^="question-"]');
  let asked: string | null = null;
  await until('a question that a script answers', async () => {
    asked = await findAnswerable(panel);
    return asked !== null;
  });
  const prompter = await openPrompter(panel);
  const shown = () => prompter.$eval('article bdi', (words) => words.textContent).catch(() => null);

  await panel.bringToFront();
  await panel.keyboard.press('p');
  await until('the question stands before the host', async () => (await shown()) === asked);
  await prompter.keyboard.press('PageDown');
  await until('the next one does', async () => ![asked, null].includes(await shown()));
  const next = await shown();
  await prompter.keyboard.press('e');
  await until('it is gone when it was said', async () => (await shown()) !== next);

  const [stored] = await readStored(panel);
  const cards = stored?.events.flatMap((event) => (event.kind === 'prompt' ? [event.card] : [])) ?? [];
  expect(cards.map(({ asked, by }) => [asked, by])).toEqual([
    [asked, 'control'],
    [next, 'host'],
  ]);
  expect(cards[0]?.answer.length).toBeGreaterThan(5);
  const said = stored?.events.flatMap((event) => (event.kind === 'answer' ? [event] : []));
  expect(said).toMatchObject([{ question: cards[1]?.id, how: 'spoken' }]);
});

interface Floats {
  documentPictureInPicture: { window: (Window & typeof globalThis) | null };
}

test('the small window on top shows what the prompter does, hears a remote, and comes back', async () => {
  rehearsal = await openRehearsal({ platforms: ['douyin'], rate: 5, seed: 2 });
  const panel = await rehearsal.openPanel('douyin');
  rehearsal.stage.start();
  await panel.waitForSelector('[id^="question-"]');
  const prompter = await openPrompter(panel);
  await prompter.bringToFront();
  const press = (name: string) =>
    prompter.locator(`::-p-xpath(//button[normalize-space(.)="${name}"])`).click();
  const floating = () =>
    prompter.evaluate(() => {
      const { window: small } = (globalThis as unknown as Floats).documentPictureInPicture;
      return small && (small.document.querySelector('article bdi')?.textContent ?? '');
    });

  await press('悬浮小窗');
  await until('the small window is there', async () => (await floating()) !== null);
  await prompter.evaluate(() => {
    const { window: small } = (globalThis as unknown as Floats).documentPictureInPicture;
    small?.dispatchEvent(new small.KeyboardEvent('keydown', { key: 'PageDown' }));
  });
  await until('it shows the next question', async () => Boolean(await floating()));

  await press('收回到这里');
  await until('it is gone', async () => (await floating()) === null);
  await prompter.waitForSelector('article bdi');
});
