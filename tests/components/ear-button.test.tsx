import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { Frame } from '../../components/frame/Frame.tsx';
import { LogContext } from '../../components/use-log.ts';
import { EarButton } from '../../components/voice/EarButton.tsx';
import { openPulses } from '../../components/voice/pulses.ts';
import { voiceZhCN } from '../../lib/i18n/voice.ts';
import { type Database, openDatabase } from '../../lib/log/database.ts';
import { readSession } from '../../lib/log/reader.ts';
import { saveTranscriber } from '../../lib/log/transcriber.ts';
import { createWriter } from '../../lib/log/writer.ts';
import type { Session } from '../../lib/model.ts';
import { preferencesKey } from '../../lib/preferences.ts';
import { createRoomState } from '../../lib/room/fold.ts';
import type { Voice } from '../../lib/room/voice.ts';

let db: Database;
const request = vi.fn();
const sent = vi.fn();
const getMediaStreamId = vi.fn();

beforeEach(async () => {
  db = openDatabase(crypto.randomUUID());
  request.mockReset().mockResolvedValue(true);
  sent.mockReset().mockResolvedValue({ ok: true });
  getMediaStreamId.mockReset().mockResolvedValue('stream-1');
  Object.assign(browser, {
    permissions: { request },
    tabCapture: { getMediaStreamId },
    offscreen: { hasDocument: async () => true },
  });
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(sent as never);
  await browser.storage.local.set({ [preferencesKey]: { language: 'zh-CN' } });
  await saveTranscriber(db, {
    preset: 'siliconflow',
    address: 'https://api.siliconflow.cn/v1',
    key: 'sk-1',
    model: 'sense',
    savedAt: 1,
  });
});

async function roomOf(tab: number, title: string): Promise<Session> {
  const writer = createWriter(db, { now: Date.now, newId: () => crypto.randomUUID() });
  const room = { platform: 'douyin', id: String(tab), title } as const;
  const attached = await writer.attach({ room, tab, stream: crypto.randomUUID() });
  return (await readSession(db, attached.session))!;
}
async function open(session: Session, voice: Partial<Voice> = {}) {
  const state = createRoomState();
  Object.assign(state.voice, voice);
  render(
    <LogContext value={db}>
      <Frame>
        <EarButton session={session} state={state} onConsole={() => {}} />
      </Frame>
    </LogContext>,
  );
  await userEvent.click(await screen.findByRole('button', { name: new RegExp(voiceZhCN.open) }));
  await screen.findByText(/siliconflow/);
}
const pulse = { level: -30, floor: -60, isSpeech: true, waiting: 0 };

test('says whose host is listened to instead, and moves it here by one press', async () => {
  const [here, there] = [await roomOf(1, '护肤专场'), await roomOf(2, '零食专场')];
  await open(here);
  const pulses = openPulses();
  pulses.tell({ session: there.id, ...pulse });

  await screen.findByText(/抖音 · 零食专场/);
  await userEvent.click(screen.getByRole('button', { name: voiceZhCN.moveHere }));
  expect(sent).toHaveBeenCalledWith({
    name: 'ui-ear:listen',
    payload: expect.objectContaining({ session: here.id, source: 'microphone' }),
  });
  pulses.tell({ session: here.id, ...pulse });
  await screen.findByText(voiceZhCN.states.on);
  pulses.close();
});

test('says that listening broke off, and what to do', async () => {
  await open(await roomOf(1, ''), { source: null, trouble: 'lost' });

  screen.getByText(voiceZhCN.states.lost);
  screen.getByText(voiceZhCN.whys.lost);
});

test.each(['device-not-ready', 'failed', 'no-device', 'busy', 'not-allowed'] as const)(
  'a start that is refused as %s says what to do next',
  async (why) => {
    await open(await roomOf(1, ''));
    sent.mockResolvedValue({ ok: false, why });
    await userEvent.click(screen.getByRole('button', { name: voiceZhCN.start }));

    await screen.findByText(voiceZhCN.whys[why]);
    await screen.findByText(voiceZhCN.states.off);
  },
);

test('a tab’s sound is asked for with the recogniser’s address in one go, and only after a click on our icon', async () => {
  const session = await roomOf(7, '');
  await open(session);
  await userEvent.click(screen.getByLabelText(voiceZhCN.sources.tab));
  getMediaStreamId.mockRejectedValueOnce(new Error('Extension has not been invoked for the current page.'));
  await userEvent.click(screen.getByRole('button', { name: voiceZhCN.start }));

  await screen.findByText(voiceZhCN.whys['tab-not-allowed']);
  expect(request).toHaveBeenCalledExactlyOnceWith({
    permissions: ['tabCapture'],
    origins: ['https://api.siliconflow.cn/*'],
  });
  expect(sent).not.toHaveBeenCalled();

  await userEvent.click(screen.getByRole('button', { name: voiceZhCN.start }));
  await vi.waitFor(() =>
    expect(sent).toHaveBeenCalledWith({
      name: 'ui-ear:listen',
      payload: expect.objectContaining({ session: session.id, source: 'tab', stream: 'stream-1' }),
    }),
  );
  expect(getMediaStreamId).toHaveBeenCalledWith({ targetTabId: 7 });
});

test('a refused permission opens nothing', async () => {
  request.mockResolvedValue(false);
  await open(await roomOf(1, ''));
  await userEvent.click(screen.getByRole('button', { name: voiceZhCN.start }));

  await screen.findByText(voiceZhCN.whys['no-permission']);
  expect(sent).not.toHaveBeenCalled();
});
