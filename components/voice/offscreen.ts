import { browser } from 'wxt/browser';
import { type Request, type Response, send } from '../../lib/messages.ts';
import { openOffscreen } from '../lookout/offscreen-page.ts';

/** Listens to the host for a session. */
export async function beginListening(asked: Request<'ui-ear:listen'>): Promise<Response<'ui-ear:listen'>> {
  await openOffscreen();
  return send('ui-ear:listen', asked);
}

/** Ends listening once all that was said has been told. The page stays: it looks out for alarms, too. */
export async function endListening(): Promise<void> {
  if (await browser.offscreen.hasDocument()) await send('ui-ear:stop', {});
}
