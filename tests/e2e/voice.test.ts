import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { expect, type TestContext, test } from 'vitest';
import { hostSays, hostSound, startRecogniser } from '../../rehearsal/recogniser.ts';
import { extensionWith } from '../../scripts/drive/allowed.ts';
import { openTab } from '../../scripts/drive/hands.ts';
import { openRehearsal, type RehearsalOptions, until } from '../../scripts/drive/open.ts';
import { setRecogniser } from '../../scripts/drive/settings.ts';
import { readStored } from '../../scripts/drive/stored.ts';

/** Stage, recogniser, and the panel of the room in front; `onTestFinished` says what is closed at the end. */
async function begin(
  { onTestFinished }: Pick<TestContext, 'onTestFinished'>,
  options: Pick<RehearsalOptions, 'switches' | 'extension'>,
) {
  const server = await startRecogniser(hostSays);
  onTestFinished(server.close);
  const rehearsal = await openRehearsal({ platforms: ['douyin'], backlog: 0, ...options });
  onTestFinished(rehearsal.close);
  await rehearsal.console('douyin');
  const panel = await rehearsal.openPanel('douyin');
  const settings = await rehearsal.extensionPage('console.html#/settings');
  await setRecogniser(rehearsal, settings, server.address);
  const console = await rehearsal.console('douyin');
  const events = async () => (await readStored(settings)).flatMap((found) => found.events);
  return {
    server,
    rehearsal,
    panel,
    console,
    spoken: async () => (await events()).flatMap((event) => (event.kind === 'spoken' ? [event.text] : [])),
    listens: async () => (await events()).flatMap((event) => (event.kind === 'listen' ? [event.source] : [])),
    says: (words: string) =>
      panel.waitForFunction((text) => document.body.innerText.includes(text), { timeout: 20_000 }, words),
    openDialog: () => panel.locator('button[aria-label^="主播口播监听"]').click(),
    press: (button: string) =>
      panel.locator(`[role="dialog"] ::-p-xpath(.//button[contains(., "${button}")])`).click(),
  };
}

test.concurrent('what the host says is recognised, judged, shown with a correction, closed by a person, and no more after the session', async (context) => {
  const { server, panel, spoken, listens, says, openDialog, press } = await begin(context, {
    switches: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-audio-capture=${hostSound}%noloop`,
    ],
  });
  await openDialog();
  await press('开始听');
  await until('both sentences are in the log', async () => (await spoken()).length >= 2, 30_000);
  await panel.keyboard.press('Escape');

  expect(await spoken()).toEqual(hostSays);
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

  await openDialog();
  await press('停止');
  await says('没有在听主播');
  expect(await listens()).toEqual(['microphone', null]);

  await press('开始听');
  await until('somebody listens', async () => (await listens()).length === 3);
  await panel.keyboard.press('Escape');
  await panel.locator('header button[aria-label="更多"]').click();
  await panel.locator('::-p-xpath(//*[@role="menuitem"][contains(., "结束本场")])').click();
  await press('结束本场');
  await until('nobody listens', async () => (await listens()).at(-1) === null);
});

/** Has the page play a sound, as the console plays the broadcast. */
async function play(page: Page, file: string): Promise<void> {
  const sound = (await readFile(file)).toString('base64');
  await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const context = new AudioContext();
    const source = context.createBufferSource();
    source.buffer = await context.decodeAudioData(bytes.buffer);
    source.connect(context.destination);
    source.start();
  }, sound);
}

test.concurrent('the tab’s sound is heard once a person has clicked the icon on it, and before they are told to', async (context) => {
  const { folder, remove } = await extensionWith(['tabCapture']);
  context.onTestFinished(remove);
  // no fake microphone: it would stand in for the tab, too
  const { rehearsal, panel, console, spoken, listens, says, openDialog, press } = await begin(context, {
    extension: folder,
    switches: ['--autoplay-policy=no-user-gesture-required'],
  });

  await openDialog();
  await panel.locator('::-p-xpath(//label[contains(., "直播台标签页的声音")])').click();
  await press('开始听');
  await says('点一下浏览器工具栏里的副驾图标');
  const icon = (await rehearsal.browser.extensions()).get(new URL(panel.url()).host);
  await icon?.triggerAction(console);
  await press('开始听');
  await until('somebody listens', async () => (await listens()).length === 1);
  await play(console, hostSound);
  await until('the host is heard', async () => (await spoken()).length === 1, 30_000);

  expect(await spoken()).toEqual([hostSays[0]]);
  expect(await listens()).toEqual(['tab']);
});
