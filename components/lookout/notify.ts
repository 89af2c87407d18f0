import { browser } from 'wxt/browser';
import type { Request } from '../../lib/messages.ts';

/** Shows an alarm on the toolbar, and as a notification where that was allowed and it is not quiet. */
export async function notify({
  alarm,
  title,
  text,
  open,
  isSilent,
}: Request<'look-bg:alarm'>): Promise<void> {
  await browser.action.setBadgeText({ text: String(open) });
  await browser.action.setBadgeBackgroundColor({ color: '#c1272d' });
  if (isSilent || !(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  await browser.notifications.create(alarm, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message: text,
  });
}
