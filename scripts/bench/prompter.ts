import { loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { findAnswerable, openTab } from '../drive/hands.ts';
import { openRehearsal, type Rehearsal, until } from '../drive/open.ts';
import { percentile } from '../drive/paint.ts';

declare global {
  interface Window {
    /** when a key was pressed last, and the prompter was painted anew last (ms epoch) */
    __pressedAt: number;
    __faceAt: number;
  }
}

const turns = 60;
const goal = 100;

/** How soon what the controller puts up, or the host asks for, stands on the prompter while the viewers talk. */
export async function benchPrompter(): Promise<string[][]> {
  const rehearsal = await openRehearsal({ platforms: ['douyin'] });
  try {
    const panel = await rehearsal.openPanel('douyin');
    await panel.waitForSelector('[role="tab"]');
    rehearsal.stage.start();
    await openTab(panel, 'questions');
    await until('a question waits', async () => (await findAnswerable(panel)) !== null, 60_000);
    const prompter = await openWindow(rehearsal, 'prompter.html');
    await prompter.waitForSelector('main');
    for (const page of [panel, prompter]) await noteKeys(page);
    await notePaint(prompter);
    // its rules are compiled before the host can do anything
    await prompter.waitForSelector('[role="toolbar"] button:nth-child(2):not(:disabled)');

    const put = await times(panel, prompter, 'p');
    const pulled: number[] = [];
    for (let i = 0; i < turns; i++)
      pulled.push(await once(prompter, prompter, i % 2 === 0 ? 'ArrowLeft' : 'PageDown'));
    return [
      [`prompter, ${turns} turns, load ${loadavg()[0]?.toFixed(1)}`, 'p50 / p95 / max', 'goal', ''],
      line('controller’s key P → painted on the prompter', put),
      line(
        'host’s own key → painted',
        pulled.filter((ms) => ms > 0),
      ),
    ];
  } finally {
    await rehearsal.close();
  }
}

function line(name: string, ms: number[]): string[] {
  const [p50, p95, max] = [0.5, 0.95, 1].map((p) => percentile(ms, p));
  const isMet = (p95 ?? Number.NaN) < goal;
  return [
    `${name} (${ms.length})`,
    [p50, p95, max].map((value) => `${value?.toFixed(0)} ms`).join(' / '),
    `p95 < ${goal} ms`,
    isMet ? 'met' : 'MISSED',
  ];
}

async function times(panel: Page, prompter: Page, key: 'p'): Promise<number[]> {
  const ms: number[] = [];
  for (let i = 0; i < turns; i++) ms.push(await once(panel, prompter, key));
  return ms.filter((one) => one > 0);
}

/** Ms from a key to the next paint of the prompter; 0 where nothing changed. */
async function once(from: Page, prompter: Page, key: 'p' | 'ArrowLeft' | 'PageDown'): Promise<number> {
  const before = await prompter.evaluate(() => window.__faceAt);
  await from.keyboard.press(key);
  const isPainted = async () => (await prompter.evaluate(() => window.__faceAt)) > before;
  const painted = await until('it is painted', isPainted, 2000).then(
    () => true,
    () => false,
  );
  const [pressed, at] = await Promise.all([
    from.evaluate(() => window.__pressedAt),
    prompter.evaluate(() => window.__faceAt),
  ]);
  await wait(100);
  return painted ? at - pressed : 0;
}

const noteKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    addEventListener(
      'keydown',
      () => {
        window.__pressedAt = Date.now();
      },
      true,
    );
  });

/** Notes when a card has been drawn: by a task after the frame's own work. */
const notePaint = (prompter: Page): Promise<void> =>
  prompter.evaluate(() => {
    window.__faceAt = 0;
    let card: Element | null = document.querySelector('article');
    new MutationObserver(() => {
      const now = document.querySelector('article');
      if (now === card) return;
      card = now;
      requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = () => {
          window.__faceAt = Date.now();
        };
        after.port2.postMessage(0);
      });
    }).observe(document.body, { childList: true, subtree: true });
  });

/** A window of its own: a page behind another draws nothing. */
async function openWindow({ browser }: Pick<Rehearsal, 'browser'>, path: string): Promise<Page> {
  const worker = await browser.waitForTarget((target) => target.url().endsWith('/background.js'));
  const url = `chrome-extension://${new URL(worker.url()).host}/${path}`;
  const cdp = await browser.target().createCDPSession();
  await cdp.send('Target.createTarget', { url, newWindow: true });
  const target = await browser.waitForTarget((one) => one.url().startsWith(url));
  return (await target.page()) as Page;
}
