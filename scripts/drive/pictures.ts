import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { Rehearsal } from './open.ts';

/** Where pictures and exported files go. */
export const folder = fileURLToPath(new URL('../../.output/rehearsal', import.meta.url));

/** What stood on every screen when it went wrong. */
export async function shootAll(rehearsal: Rehearsal): Promise<void> {
  for (const [i, target] of rehearsal.browser.targets().entries()) {
    if (!/^https|sidepanel|console/.test(target.url())) continue;
    const page = await target.asPage();
    await shoot(page, `failed-${i}`).catch(() => {});
  }
}

/** Saves what a page shows. */
export const shoot = (page: Page, name: string) =>
  page.screenshot({ path: join(folder, `${name}.png`) as `${string}.png` });
