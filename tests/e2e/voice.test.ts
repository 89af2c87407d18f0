import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRehearsal, type Rehearsal, until } from '../../scripts/drive/open.ts';
import { readStored } from '../../scripts/drive/stored.ts';
import { allowHosts, pressIn } from './settings.ts';
import { startTranscriptionServer } from './transcription-server.ts';

/** Two sentences of a speech synthesiser (espeak-ng, Mandarin), a second of quiet between. */
const sound = fileURLToPath(new URL('../fixtures/host.wav', import.meta.url));
const said = ['大家好，欢迎来到直播间', '这款面霜全网最低价'];

let server: Awaited<ReturnType<typeof startTranscriptionServer>>;
let rehearsal: Rehearsal;
let settings: Page;
let panel: Page;

beforeEach(async () => {
  server = await startTranscriptionServer(said);
  rehearsal = await openRehearsal({
    platforms: ['douyin'],
    backlog: 0,
    switches: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-audio-capture=${sound}%noloop`,
    ],
  });
  await rehearsal.console('douyin');
  panel = await rehearsal.openPanel('douyin');
  settings = await rehearsal.extensionPage('console.html#/settings');
  await allowHosts(rehearsal, settings);
});
afterEach(async () => {
  await rehearsal?.close();
  await server?.close();
});

const section = '主播口播识别（可选）';
const spoken = async () =>
  (await readStored(settings)).flatMap(({ events }) => events).filter(({ kind }) => kind === 'spoken');
const says = (words: string) =>
  panel.waitForFunction((text) => document.body.innerText.includes(text), { timeout: 20_000 }, words);

test('what the host says is recognised, judged, shown with a correction, and closed by a person', async () => {
  await settings.bringToFront();
  await settings.waitForSelector(`section[aria-label="${section}"] select`);
  await settings.select(`section[aria-label="${section}"] select`, 'custom');
  const fields = settings.locator(`section[aria-label="${section}"] input[type="url"]`);
  await fields.fill(server.address);
  await settings.locator(`section[aria-label="${section}"] input[type="password"]`).fill('sk-voice');
  await settings
    .locator(`::-p-xpath(//section[@aria-label="${section}"]//label[text()="模型"]/following::input[1])`)
    .fill('sense');
  await pressIn(settings, section, '保存');
  await settings.waitForFunction(() => document.body.innerText.includes('已保存'));

  await rehearsal.console('douyin');
  await panel.locator('button[aria-label^="主播口播监听"]').click();
  await panel.locator('[role="dialog"] ::-p-xpath(.//button[contains(., "开始听")])').click();
  await until('both sentences are in the log', async () => (await spoken()).length >= 2, 30_000);
  await panel.keyboard.press('Escape');

  expect((await spoken()).map((event) => 'text' in event && event.text)).toEqual(said);
  for (const call of server.calls.slice(0, 2)) {
    expect(call).toMatchObject({ model: 'sense', authorization: 'Bearer sk-voice' });
    expect(call.ms).toBeGreaterThan(800);
    expect(call.loudness).toBeGreaterThan(0.02);
  }
  await panel.locator('::-p-xpath(//*[@role="tab"][contains(., "合规")])').click();
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
