import { browser } from 'wxt/browser';

/**
 * Opens the page that works while no panel is open, unless it is there: it looks out for alarms, and listens to the
 * host where that is switched on.
 */
export async function openOffscreen(): Promise<void> {
  if (await browser.offscreen.hasDocument()) return;
  await browser.offscreen.createDocument({
    url: '/offscreen.html',
    reasons: ['USER_MEDIA', 'WORKERS'],
    justification:
      '面板关着时留意直播间的异常；打开聆听时把主播的声音变成文字 · Looks out for alarms while the panel is closed, and turns the host’s voice into text where that is switched on',
  });
}
