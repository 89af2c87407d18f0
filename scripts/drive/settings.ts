import type { Page } from 'puppeteer-core';
import type { Rehearsal } from './open.ts';

/** What a person does in the browser's own list of extensions: its bubble cannot be answered without a screen. */
export async function allowHosts(
  { browser }: Pick<Rehearsal, 'browser'>,
  page: Page,
  host = 'http://127.0.0.1/*',
): Promise<void> {
  const extension = new URL(page.url()).host;
  const extensions = await browser.newPage();
  await extensions.goto('chrome://extensions');
  await extensions.evaluate(
    (id, wanted) =>
      (
        globalThis as unknown as {
          chrome: { developerPrivate: { addHostPermission(id: string, host: string): Promise<void> } };
        }
      ).chrome.developerPrivate.addHostPermission(id, wanted),
    extension,
    host,
  );
  await extensions.close();
}

/** The parts of the settings page that hold an endpoint. */
const endpoints = { model: 'AI 草拟（可选）', voice: '主播口播识别（可选）' } as const;
type Part = keyof typeof endpoints;

/** Presses a button of such a part. */
export const pressIn = (page: Page, part: Part, button: string): Promise<void> =>
  page
    .locator(`::-p-xpath(//section[@aria-label="${endpoints[part]}"]//button[contains(., "${button}")])`)
    .click();

/** Sets an endpoint on the settings page, as a person would. */
export async function setEndpoint(
  page: Page,
  part: Part,
  { address, key, model }: { address: string; key: string; model: string },
): Promise<void> {
  const within = `section[aria-label="${endpoints[part]}"]`;
  await page.bringToFront();
  await page.waitForSelector(`${within} button:not([disabled])`);
  await page.select(`${within} select`, 'custom');
  await page.locator(`${within} input[type="url"]`).fill(address);
  await page.locator(`${within} input[type="password"]`).fill(key);
  await page
    .locator(
      `::-p-xpath(//section[@aria-label="${endpoints[part]}"]//label[text()="模型"]/following::input[1])`,
    )
    .fill(model);
  await pressIn(page, part, '保存');
  await page.waitForFunction(() => document.body.innerText.includes('已保存，打开的面板立即生效'));
}

/** Sets who recognises the host. */
export async function setRecogniser(
  rehearsal: Pick<Rehearsal, 'browser'>,
  page: Page,
  address: string,
): Promise<void> {
  await allowHosts(rehearsal, page);
  await setEndpoint(page, 'voice', { address, key: 'sk-voice', model: 'sense' });
}
