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

/** Presses a button of the section of that name. */
const pressIn = (page: Page, section: string, button: string): Promise<void> =>
  page.locator(`::-p-xpath(//section[@aria-label="${section}"]//button[contains(., "${button}")])`).click();

const voice = '主播口播识别（可选）';

/** Sets on the settings page who recognises the host, as a person would. */
export async function setRecogniser(
  rehearsal: Pick<Rehearsal, 'browser'>,
  page: Page,
  address: string,
): Promise<void> {
  await allowHosts(rehearsal, page);
  await page.bringToFront();
  const inVoice = `section[aria-label="${voice}"]`;
  await page.waitForSelector(`${inVoice} select`);
  await page.select(`${inVoice} select`, 'custom');
  await page.locator(`${inVoice} input[type="url"]`).fill(address);
  await page.locator(`${inVoice} input[type="password"]`).fill('sk-voice');
  await page
    .locator(`::-p-xpath(//section[@aria-label="${voice}"]//label[text()="模型"]/following::input[1])`)
    .fill('sense');
  await pressIn(page, voice, '保存');
  await page.waitForFunction(() => document.body.innerText.includes('已保存'));
}
