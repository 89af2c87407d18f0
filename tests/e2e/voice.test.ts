import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hostSays, hostSound, startRecogniser } from '../../rehearsal/recogniser.ts';
import { openTab } from '../../scripts/drive/hands.ts';
import { openRehearsal, type Rehearsal, until } from '../../scripts/drive/open.ts';
import { setRecogniser } from '../../scripts/drive/settings.ts';
import { readStored } from '../../scripts/drive/stored.ts';

let server: Awaited<ReturnType<typeof startRecogniser>>;
let rehearsal: Rehearsal;
let settings: Page;
let panel: Page;

beforeEach(async () => {
  server = await startRecogniser(hostSays);
  rehearsal = await openRehearsal({
    platforms: ['douyin'],
    backlog: 0,
    switches: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-audio-capture=${hostSound}%noloop`,
    ],
  });
  await rehearsal.console('douyin');
  panel = await rehearsal.openPanel('douyin');
  settings = await rehearsal.extensionPage('console.html#/settings');
});
afterEach(async () => {
  await rehearsal?.close();
  await server?.close();
});

const spoken = async () =>
  (await readStored(settings)).flatMap(({ events }) => events).filter(({ kind }) => kind === 'spoken');
const says = (words: string) =>
  panel.waitForFunction((text) => document.body.innerText.includes(text), { timeout: 20_000 }, words);

test('what the host says is recognised, judged, shown with a correction, and closed by a person', async () => {
  await setRecogniser(rehearsal, settings, server.address);

  await rehearsal.console('douyin');
  await panel.locator('button[aria-label^="主播口播监听"]').click();
  await panel.locator('[role="dialog"] ::-p-xpath(.//button[contains(., "开始听")])').click();
  await until('both sentences are in the log', async () => (await spoken()).length >= 2, 30_000);
  await panel.keyboard.press('Escape');

  expect((await spoken()).map((event) => 'text' in event && event.text)).toEqual(hostSays);
  for (const call of server.calls.slice(0, 2)) {
    expect(call).toMatchObject({ model: 'sense', authorization: 'Bearer sk-voice' });
    expect(call.ms).toBeGreaterThan(800);
    expect(call.loudness).toBeGreaterThan(0.02);
  }
  await openTab(panel, 'compliance');
  await says('全网最低价');
  await says('更正一下');
  await panel.locator('::-p-xpath(//button[contains(., "已现场更正")])').click();
  await says('后更正');

  await panel.locator('button[aria-label^="主播口播监听"]').click();
  await panel.locator('[role="dialog"] ::-p-xpath(.//button[contains(., "停止")])').click();
  await says('没有在听主播');
  const events = (await readStored(settings)).flatMap((found) => found.events);
  expect(events.filter(({ kind }) => kind === 'listen')).toHaveLength(2);
});
