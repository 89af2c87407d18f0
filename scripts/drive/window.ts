import type { Browser, Page } from 'puppeteer-core';

/** Opens an address in a window of its own: a page behind another one draws nothing. */
export async function openWindow(browser: Browser, url: string): Promise<Page> {
  const cdp = await browser.target().createCDPSession();
  const { targetId } = await cdp.send('Target.createTarget', { url, newWindow: true });
  const target = await browser.waitForTarget(
    (one) => (one as unknown as { _targetId: string })._targetId === targetId,
  );
  return (await target.page()) as Page;
}
