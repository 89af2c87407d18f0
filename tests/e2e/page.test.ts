import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { platformIds } from '../../lib/model.ts';
import { openTab } from '../../scripts/drive/hands.ts';
import { openRehearsal, type Rehearsal, until } from '../../scripts/drive/open.ts';

let rehearsal: Rehearsal;
afterEach(() => rehearsal?.close());

/** All that a page can ask its own functions, told as one string. */
const portrait = () => {
  const { XMLHttpRequest: Xhr, WebSocket: Socket } = window;
  const functions = {
    fetch: window.fetch,
    open: Xhr.prototype.open,
    send: Xhr.prototype.send,
    Socket,
    append: Node.prototype.appendChild,
  };
  return JSON.stringify(
    Object.entries(functions).map(([name, value]) => [
      name,
      String(value),
      Function.prototype.toString.call(value),
      value.name,
      value.length,
      Object.getOwnPropertyNames(value).sort(),
      Object.getOwnPropertyDescriptor(value, 'toString') ?? null,
    ]),
  );
};

test('the page finds its own functions as they were', async () => {
  rehearsal = await openRehearsal({ platforms: ['douyin'] });
  const page = await rehearsal.console('douyin');
  // a page that no content script is for has the browser's own functions
  const plain = await rehearsal.browser.newPage();
  await plain.goto('about:blank');

  expect(await page.evaluate(portrait)).toBe(await plain.evaluate(portrait));
  expect(await page.evaluate(() => String(Function.prototype.toString))).toBe(
    await plain.evaluate(() => String(Function.prototype.toString)),
  );
  expect(
    await page.evaluate(() =>
      Object.getOwnPropertyNames(window).filter((name) => /copilot|tap|lrc/i.test(name)),
    ),
  ).toEqual([]);
});

test('no extension page breaks its own policy, loads anything from elsewhere, or throws', async () => {
  rehearsal = await openRehearsal({ platforms: ['douyin'], rate: 20, awkward: { hostile: true } });
  const wrong: string[] = [];
  await rehearsal.console('douyin');
  const panel = await rehearsal.openPanel('douyin');
  const full = await rehearsal.extensionPage('console.html');
  for (const page of [panel, full]) {
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    page.on('request', (request) => /^https?:/.test(request.url()) && wrong.push(request.url()));
  }
  await full.reload();
  rehearsal.stage.start();
  for (const route of ['rules', 'settings', 'sessions']) {
    await full.evaluate((name) => {
      location.hash = `#/${name}`;
    }, route);
    await wait(1000);
  }
  for (const tab of await panel.$$('[role="tab"]')) {
    await tab.click();
    await wait(700);
  }

  expect(wrong).toEqual([]);
});

test('what viewers write is text everywhere: no markup of theirs comes alive', async () => {
  const evil = [
    '<img src=x onerror="window.__owned=1">',
    '<script>window.__owned=1</script>',
    '<b id="owned">x</b>',
    'javascript:alert(1)',
  ];
  rehearsal = await openRehearsal({
    comments: evil.map((text) => ({ text, nick: text })),
    rate: 4,
    awkward: { anchorRows: 0 },
  });
  const panel = await rehearsal.openPanel('douyin');
  for (const platform of platformIds) await rehearsal.console(platform);
  rehearsal.stage.start();
  await openTab(panel, 'comments');
  await until('all are shown', async () => (await panel.$$('[role="log"] [title]')).length >= evil.length);

  expect(
    await panel.evaluate(() => document.querySelectorAll('#owned, #root img, #root script').length),
  ).toBe(0);
  expect(await panel.evaluate(() => '__owned' in window)).toBe(false);
});
