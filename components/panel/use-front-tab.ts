import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

/** The tab in front of this panel's window; a panel is not told which it stands beside. */
export function useFrontTab(): number | null {
  const [tab, setTab] = useState<number | null>(null);
  useEffect(() => {
    let windowId: number | undefined;
    const follow = (activated: { tabId: number; windowId: number }) => {
      if (activated.windowId === windowId) setTab(activated.tabId);
    };
    browser.tabs.onActivated.addListener(follow);
    void browser.tabs.query({ active: true, currentWindow: true }).then(([front]) => {
      windowId = front?.windowId;
      setTab(front?.id ?? null);
    });
    return () => browser.tabs.onActivated.removeListener(follow);
  }, []);
  return tab;
}
