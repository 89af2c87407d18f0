import { browser } from 'wxt/browser';

/** Has the person allowed this address? `origin` is a match pattern such as https://api.deepseek.com/* */
const mayReach = (origin: string): Promise<boolean> => browser.permissions.contains({ origins: [origin] });

/** Asks for an address. Call it in the click's own task: after an await Chrome refuses. */
export const askToReach = (origin: string): Promise<boolean> =>
  browser.permissions.request({ origins: [origin] }).catch(() => false);

/** Gives an address back that is needed no more. */
export const leaveAlone = async (origin: string): Promise<void> => {
  await browser.permissions.remove({ origins: [origin] }).catch(() => false);
};

/** The browser as a connection to a provider needs it. */
export const world = { now: Date.now, isOnline: () => navigator.onLine, mayReach };
