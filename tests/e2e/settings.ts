import type { Page } from 'puppeteer-core';
import type { Rehearsal } from '../../scripts/drive/open.ts';

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
export const pressIn = (page: Page, section: string, button: string): Promise<void> =>
  page.locator(`::-p-xpath(//section[@aria-label="${section}"]//button[contains(., "${button}")])`).click();
