import { browser } from 'wxt/browser';

const page = '/prompter.html';
/** What a second screen has at least (px). */
const size = { width: 1280, height: 720 } as const;

/** Shows the host's window in front, or opens it; `session` is shown as long as it runs. */
export async function openPrompter(session: string | null): Promise<void> {
  const url = browser.runtime.getURL(page as never);
  const open = await browser.runtime.getContexts({ contextTypes: ['TAB' as never] });
  const found = open.find(({ documentUrl }) => documentUrl?.startsWith(url));
  if (found) await browser.windows.update(found.windowId, { focused: true });
  else
    await browser.windows.create({
      url: session === null ? url : `${url}#${encodeURIComponent(session)}`,
      type: 'popup',
      ...size,
    });
}
