import { browser } from 'wxt/browser';
import { type Request, type Response, send } from '../../lib/messages.ts';

const page = '/offscreen.html';

/** Opens the page that listens, unless it is there: it lives on when the panel is closed. */
async function openPage(): Promise<void> {
  if (await browser.offscreen.hasDocument()) return;
  await browser.offscreen.createDocument({
    url: page,
    reasons: ['USER_MEDIA'],
    justification: '把主播的声音变成文字并检查用语 · Turns the host’s voice into text and checks it',
  });
}

/** Listens to the host for a session. */
export async function beginListening(asked: Request<'ui-ear:listen'>): Promise<Response<'ui-ear:listen'>> {
  await openPage();
  return send('ui-ear:listen', asked);
}

/** Ends listening once all that was said has been told, and closes the page. */
export async function endListening(): Promise<void> {
  if (!(await browser.offscreen.hasDocument())) return;
  await send('ui-ear:stop', {});
  await browser.offscreen.closeDocument();
}
