import { browser } from 'wxt/browser';
import type { Request } from '../../lib/messages.ts';

/** Shows an alarm on the toolbar, and as a notification where that was allowed and it is not quiet. */
export async function notify({
  alarm,
  tab,
  title,
  text,
  open,
  isSilent,
}: Request<'look-bg:alarm'>): Promise<void> {
  await browser.action.setBadgeText({ text: String(open) });
  await browser.action.setBadgeBackgroundColor({ color: '#c1272d' });
  if (isSilent || !(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  await browser.notifications.create(`${tab ?? ''}:${alarm}`, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message: text,
  });
}

/** Opens the panel beside the room whose notification is clicked, or the console's page where the room is gone. */
export function openByNotification(): void {
  const listen = () => browser.notifications?.onClicked.addListener(open);
  listen();
  // allowed while the worker runs: it has no such API before
  browser.permissions.onAdded.addListener(({ permissions = [] }) => {
    if (permissions.includes('notifications')) listen();
  });
}

function open(id: string): void {
  const told = id.slice(0, id.indexOf(':'));
  const tabId = Number(told);
  // must run before any await: Chrome drops the user gesture
  const opened =
    told === '' ? Promise.reject(new Error('The room has no tab.')) : browser.sidePanel.open({ tabId });
  void opened.then(() => show(tabId), openConsole);
  void browser.notifications.clear(id);
}

async function show(tabId: number): Promise<void> {
  const { windowId } = await browser.tabs
    .update(tabId, { active: true })
    .then((tab) => tab ?? { windowId: -1 });
  if (windowId >= 0) await browser.windows.update(windowId, { focused: true });
}

const openConsole = async (): Promise<void> => {
  await browser.tabs.create({ url: browser.runtime.getURL('/console.html') });
};
