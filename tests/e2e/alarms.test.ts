import type { WebWorker } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { calm } from '../../rehearsal/stage.ts';
import { extensionWith } from '../../scripts/drive/allowed.ts';
import { openRehearsal, type Rehearsal, until } from '../../scripts/drive/open.ts';

let rehearsal: Rehearsal;
let extension: Awaited<ReturnType<typeof extensionWith>>;
beforeAll(async () => {
  extension = await extensionWith(['notifications']);
  rehearsal = await openRehearsal({
    extension: extension.folder,
    platforms: ['taobao'],
    seed: 4,
    rate: 2,
    backlog: 0,
    pollMs: 200,
    awkward: calm,
  });
}, 60_000);
afterAll(async () => {
  await rehearsal?.close();
  await extension?.remove();
});

interface Chrome {
  chrome: {
    notifications: {
      getAll(): Promise<Record<string, boolean>>;
      onClicked: { dispatch(id: string): void };
    };
    tabs: { query(of: object): Promise<{ url?: string; pendingUrl?: string }[]> };
  };
}
const notified = (worker: WebWorker) =>
  worker.evaluate(async () =>
    Object.keys(await (globalThis as unknown as Chrome).chrome.notifications.getAll()),
  );

const badgeOf = (worker: WebWorker) =>
  worker.evaluate(() =>
    (
      globalThis as unknown as { chrome: { action: { getBadgeText(of: object): Promise<string> } } }
    ).chrome.action.getBadgeText({}),
  );

test('an alarm shows on the toolbar while no panel is open; the panel tells of it, and closes it with the time it took', async () => {
  const { stage, browser } = rehearsal;
  await rehearsal.console('taobao');
  stage.start();
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
  const worker = (await target.worker())!;
  await browser.waitForTarget((one) => one.url().endsWith('/offscreen.html'));
  let said = 0;
  await until('the page that looks out has read the room', async () => {
    if (said < 4) stage.say('taobao', '再不退款打12315', `维权${said++}`);
    return (await badgeOf(worker)) !== '';
  });

  const [shown] = await notified(worker);
  expect(shown).toMatch(/^\d+:word:12315:/);

  // a hand on the system's notification cannot be driven: its event is, which brings no gesture, so that the panel
  // may not open and the console does
  await worker.evaluate((id) => {
    (globalThis as unknown as Chrome).chrome.notifications.onClicked.dispatch(id!);
  }, shown);
  await browser.waitForTarget((one) => /console\.html|sidepanel\.html/.test(one.url()));
  await until('the notification is gone', async () => !(await notified(worker)).includes(shown!));

  const panel = await rehearsal.openPanel('taobao');
  await panel.waitForFunction(() => /预案/.test(document.querySelector('[data-risk]')?.textContent ?? ''));
  expect(await badgeOf(worker)).toBe('');

  await panel.evaluate(() => {
    const buttons = [...document.querySelectorAll<HTMLElement>('[data-risk] button')];
    buttons.find((one) => one.textContent === '已处理')?.click();
  });
  await panel.keyboard.press('a');
  await panel.waitForFunction(() => /已处理 · .*用时 \d\d:\d\d/.test(document.body.innerText));
}, 90_000);
