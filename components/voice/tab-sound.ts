import { browser } from 'wxt/browser';
import type { EarSource } from '../../lib/model.ts';

const needed = { permissions: ['tabCapture' as const] };

/**
 * Asks for the recogniser's address ('' of the device) and, where it is wanted, for the sound of tabs: anew each time,
 * since both can be taken back in the browser's own list. Call it in the click's own task.
 */
export async function askToListen(source: EarSource, origin: string): Promise<boolean> {
  const asked = { ...(source === 'tab' && needed), ...(origin !== '' && { origins: [origin] }) };
  if (Object.keys(asked).length === 0) return true;
  return browser.permissions.request(asked).catch(() => false);
}

/** A name for the sound of a tab, good for one use; null before a person has clicked our icon on that tab. */
export async function soundOf(tab: number): Promise<string | null> {
  try {
    return await browser.tabCapture.getMediaStreamId({ targetTabId: tab });
  } catch {
    return null;
  }
}

/**
 * Has the toolbar icon open the panel. Once the sound of tabs is allowed the click must come to us: opening the panel
 * by itself, Chromium does not count it as a person's word for the tab (tried in Chromium 156), and closing it by the
 * icon is the price.
 */
export function openPanelByIcon(): void {
  const settle = async () => {
    const isOurs = await browser.permissions.contains(needed);
    await browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: !isOurs });
  };
  browser.action.onClicked.addListener(({ id }) => {
    // must run before any await: Chrome drops the user gesture
    if (id !== undefined) void browser.sidePanel.open({ tabId: id });
  });
  browser.permissions.onAdded.addListener(() => void settle());
  browser.permissions.onRemoved.addListener(() => void settle());
  void settle();
}
