import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { startStage } from '../../rehearsal/stage.ts';
import { openTab } from '../drive/hands.ts';
import { inject } from '../drive/inject.ts';
import { openBrowser, until } from '../drive/open.ts';
import { percentile } from '../drive/paint.ts';
import { openWindow } from '../drive/window.ts';
import type * as InPage from './desk-page.ts';

declare const bench: typeof InPage;
declare global {
  interface Window {
    /** when the sought words were last seen to be marked or not (ms epoch), after the paint */
    __turned: { isMarked: boolean; at: number };
    __clickedAt: number;
  }
}

const comments = 10_000;
const small = 100;
const large = 30_000;
const goal = { toggle: 100, memory: 30 };

/** How soon a switch on the lists page is seen in two open panels, and what many words weigh in a panel. */
export async function benchDesk({ turns }: { turns: number }): Promise<string[][]> {
  const profile = mkdtempSync(join(tmpdir(), 'live-copilot-'));
  const stage = await startStage({ platforms: ['douyin'] });
  const opened = await openBrowser({ stage, profile, switches: ['--js-flags=--expose-gc'] });
  try {
    const page = await opened.extensionPage('icon/icon.svg');
    page.setDefaultTimeout(0);
    await inject(page, new URL('./desk-page.ts', import.meta.url));
    await page.evaluate((count) => bench.fill(count), comments);
    await page.evaluate((count) => bench.makeList('small', count), small);
    await page.evaluate((count) => bench.makeList('large', count), large);
    const address = `chrome-extension://${new URL(page.url()).host}`;
    const inWindow = (path: string) => openWindow(opened.browser, `${address}/${path}`);
    const panels = [await inWindow('sidepanel.html'), await inWindow('sidepanel.html')];
    for (const panel of panels) await readyPanel(panel);
    const lists = await inWindow('console.html#/rules');

    const before = await Promise.all(panels.map(heap));
    const times = { small: await toggle(lists, panels, 'small', turns), large: [] as number[] };
    const resting = await Promise.all(panels.map(heap));
    times.large = await toggle(lists, panels, 'large', turns);
    await page.evaluate(() => bench.switchList('large', true));
    await until('the words are marked', () => allTurned(panels, true));
    await wait(1000);
    const grown = (await Promise.all(panels.map(heap))).map((bytes, i) => (bytes - resting[i]!) / 1e6);

    const spread = (ms: number[]) =>
      [0.5, 0.95, 1].map((p) => `${percentile(ms, p).toFixed(0)} ms`).join(' / ');
    const isMet = (ms: number[]) => (percentile(ms, 0.95) <= goal.toggle ? 'met' : 'MISSED');
    const most = Math.max(...grown);
    return [
      [`desk: two panels, ${comments.toLocaleString('en')} comments, ${turns} turns`, 'measured', 'goal', ''],
      [
        `list of ${small} words switched → both panels painted, p50 / p95 / max`,
        spread(times.small),
        `p95 ≤ ${goal.toggle} ms`,
        isMet(times.small),
      ],
      [
        `list of ${large.toLocaleString('en')} words switched, p50 / p95 / max`,
        spread(times.large),
        `p95 ≤ ${goal.toggle} ms`,
        isMet(times.large),
      ],
      [
        `${large.toLocaleString('en')} words in a panel, heap`,
        `+${most.toFixed(1)} MB (panel ${(Math.max(...before) / 1e6).toFixed(0)} MB)`,
        `≤ ${goal.memory} MB`,
        most <= goal.memory ? 'met' : 'MISSED',
      ],
      [
        'JSON.parse alone meanwhile',
        `${Math.round(await page.evaluate(() => bench.parseSpeed()))} events/s`,
        '',
        '',
      ],
    ];
  } finally {
    await opened.browser.close();
    await stage.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Shows the comments, held so that all of them are a list to scroll, and watches the sought words. */
async function readyPanel(panel: Page): Promise<void> {
  await openTab(panel, 'comments');
  await panel.waitForSelector('[role="log"] [title]');
  await panel.hover('[role="log"]');
  await panel.mouse.wheel({ deltaY: -400 });
  await panel.evaluate(() => {
    const look = () => {
      const isMarked = document.querySelector('[role="log"] mark') !== null;
      if (window.__turned?.isMarked === isMarked) return;
      window.__turned = { isMarked, at: 0 };
      // a task after the frame's own work: it is on the screen by then
      requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = () => {
          window.__turned.at = Date.now();
        };
        after.port2.postMessage(0);
      });
    };
    look();
    new MutationObserver(look).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
}

const allTurned = async (panels: Page[], isMarked: boolean): Promise<boolean> =>
  (await Promise.all(panels.map((panel) => panel.evaluate(() => window.__turned)))).every(
    (one) => one.isMarked === isMarked && one.at > 0,
  );

/** Ms from the click on a list's switch to the paint of the slower panel; the list is off in the end. */
async function toggle(lists: Page, panels: Page[], id: string, turns: number): Promise<number[]> {
  const name = `启用词库 压测词单 ${id}`;
  const handle = await lists.waitForSelector(`input[role="switch"][aria-label="${name}"]`);
  // before its first time the page shows what it would flag
  await handle?.click();
  await lists.locator('::-p-xpath(//*[@role="dialog"]//button[normalize-space(.)="就这样用"])').click();
  await until('both panels have turned', () => allTurned(panels, true));
  await handle?.click();
  await until('both panels have turned back', () => allTurned(panels, false));
  const ms: number[] = [];
  for (let i = 0; i < 2 * turns; i++) {
    const isOn = i % 2 === 0;
    await handle?.evaluate((element) => {
      window.__clickedAt = Date.now();
      (element as HTMLElement).click();
    });
    await until('both panels have turned', () => allTurned(panels, isOn), 20_000);
    const at = await Promise.all(panels.map((panel) => panel.evaluate(() => window.__turned.at)));
    ms.push(Math.max(...at) - (await lists.evaluate(() => window.__clickedAt)));
    await wait(300);
  }
  return ms;
}

/** Bytes of a page's JavaScript heap, swept first. */
async function heap(page: Page): Promise<number> {
  const cdp = await page.createCDPSession();
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.detach();
  return (await page.metrics()).JSHeapUsedSize ?? 0;
}
