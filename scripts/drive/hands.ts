import type { ElementHandle, Page } from 'puppeteer-core';
import type { PlatformId } from '../../lib/model.ts';
import { until } from './open.ts';

/** What a controller and a moderator do with their hands; nothing here knows how the extension works inside. */

/** What the panel calls the platforms, in Chinese. */
export const platformNames: Record<PlatformId, string> = { douyin: '抖音', taobao: '淘宝', kuaishou: '快手' };

/** The console's own reply box, by what it says to people. */
const boxes: Record<PlatformId, string> = {
  douyin: 'textarea[placeholder^="回复观众或直接发评"]',
  taobao: 'textarea[placeholder^="回复观众或直接enter"]',
  kuaishou: 'input[placeholder^="一键回复观众"]',
};

export async function box(console: Page, platform: PlatformId): Promise<ElementHandle<HTMLInputElement>> {
  const found = await console.waitForSelector(boxes[platform]);
  return found as unknown as ElementHandle<HTMLInputElement>;
}

export const typed = (handle: ElementHandle<HTMLInputElement>): Promise<string> =>
  handle.evaluate((input) => input.value);

/** The panel's tabs, in their order. */
const tabs = ['questions', 'comments', 'day', 'compliance', 'acts'] as const;

/** Opens one of the panel's tabs, once it stands; throws when it does not come up. */
export async function openTab(panel: Page, name: (typeof tabs)[number]): Promise<void> {
  const tab = `[role="tab"]:nth-of-type(${tabs.indexOf(name) + 1})`;
  await panel.waitForSelector(tab);
  // the pointer may miss: what stands above grows as comments come
  await panel.$eval(tab, (button) => (button as HTMLElement).click());
  await panel.waitForSelector(`${tab}[aria-selected="true"]`);
}

/** Shows the room of a platform in the panel; `name` as the panel calls the platform. */
export async function showRoom(panel: Page, name: string): Promise<void> {
  await panel.waitForFunction(
    (start) => document.querySelector('header')?.textContent?.includes(start),
    {},
    name,
  );
  const select = await panel.$('header select');
  const value = await select?.evaluate(
    (element, start) =>
      [...(element as HTMLSelectElement).options].find((option) => option.text.startsWith(start))?.value,
    name,
  );
  if (value) await (select as ElementHandle<HTMLSelectElement>).select(value);
}

/** How many comments the panel says it has of the room it shows. */
export const shownComments = (panel: Page): Promise<number> =>
  panel.$eval('dl dd', (figure) => Number(figure.textContent?.replace(/\D/g, '')));

const offered = '[role="listbox"] [role="option"]:not([id^="question-"])';

/** Steps down the waiting questions until one has a reply to offer; gives the question, or null after `limit`. */
export async function findAnswerable(panel: Page, limit = 12): Promise<string | null> {
  for (let i = 0; i < limit; i++) {
    await panel.keyboard.press('j');
    // a worker looks for it
    await panel.waitForFunction(() => !document.querySelector('[data-asked]'));
    const selected = '[id^="question-"][aria-selected="true"] bdi';
    if (await panel.$(offered)) return panel.$eval(selected, (bdi) => bdi.textContent);
  }
  return null;
}

/** Chooses the first reply, fills the console's box with it and sends it there by hand. Gives what was sent. */
export async function answer(panel: Page, console: Page, platform: PlatformId): Promise<string> {
  const input = await box(console, platform);
  await panel.keyboard.press('1');
  await panel.keyboard.press('Enter');
  await until(`the reply stands in the ${platform} box`, async () => (await typed(input)) !== '');
  const text = await typed(input);
  // the person's own keystroke: nothing else sends
  await input.focus();
  await console.keyboard.press('Enter');
  await until(`the ${platform} console took the reply`, async () => (await typed(input)) === '');
  return text;
}
