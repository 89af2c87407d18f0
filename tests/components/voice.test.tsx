import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { SpokenRisks } from '../../components/voice/SpokenRisks.tsx';
import { fieldsOf, fieldsOfPreset, readFields } from '../../components/voice/transcriber-form.ts';
import { unheardWords } from '../../components/voice/unheard.ts';
import { voiceZhCN } from '../../lib/i18n/voice.ts';
import { voiceEn } from '../../lib/i18n/voice-en.ts';
import { zhCN } from '../../lib/i18n/zh-cn.ts';
import { createVoice, type Voice } from '../../lib/room/voice.ts';
import { checker, show } from './show.tsx';

const at = 1_790_000_000_000;
const words = '这款面霜全网最低价';
const voice: Voice = {
  ...createVoice(),
  source: 'microphone',
  heard: 1,
  slips: [{ seq: 7, at, text: words, findings: checker.check(words, { channel: 'host' }), closed: null }],
};

test('a slip comes with a sentence that puts it right, and one press closes it', async () => {
  const close = vi.fn();
  show(<SpokenRisks voice={voice} onClose={close} />);

  screen.getByText(voiceZhCN.correction);
  await userEvent.click(screen.getByRole('button', { name: voiceZhCN.corrected }));
  expect(close).toHaveBeenCalledWith(7, 'corrected');
});

test('in a replay it tells how long the correction took, and nothing can be pressed', () => {
  const [slip] = voice.slips;
  show(
    <SpokenRisks
      voice={{ ...voice, slips: [{ ...slip!, closed: { at: at + 12_000, how: 'corrected' } }] }}
    />,
  );

  screen.getByText('12s 后更正');
  expect(screen.queryByRole('button', { name: voiceZhCN.corrected })).toBeNull();
});

test('nobody who never listened is told that all is clean', () => {
  show(<SpokenRisks voice={createVoice()} />);
  screen.getByText(voiceZhCN.notListening);
});

test('the correction passes our own check wherever it may be said', () => {
  for (const { correction } of [voiceZhCN, voiceEn])
    for (const channel of ['host', 'public_reply'] as const)
      expect(checker.check(correction, { channel })).toEqual([]);
});

test('a key goes to no other host than the one it was stored for', () => {
  const stored = readFields({ ...fieldsOfPreset('siliconflow'), key: 'sk-1' }, null, 1);
  if (!stored.ok) throw new Error(stored.problem);
  const { transcriber } = stored;

  expect(readFields(fieldsOf(transcriber), transcriber, 2)).toMatchObject({ transcriber: { key: 'sk-1' } });
  expect(readFields(fieldsOfPreset('openai'), transcriber, 2)).toEqual({
    ok: false,
    problem: 'key-of-other',
  });
  expect(readFields(fieldsOfPreset('device'), transcriber, 2)).toMatchObject({
    transcriber: { key: '' },
    origin: '',
  });
});

test('an address that was copied whole still works, and plain http only on this machine', () => {
  const local = fieldsOfPreset('local');
  const copied = { ...local, address: `${local.address}/audio/transcriptions` };
  expect(readFields(copied, null, 1)).toMatchObject({ transcriber: { address: local.address } });
  expect(readFields({ ...local, address: 'http://asr.example/v1' }, null, 1)).toEqual({
    ok: false,
    problem: 'not-https',
  });
});

test('every reason for not understanding has words', () => {
  for (const why of ['nonsense', 'late', 'paused', 'key', 'stalled', 'offline'])
    expect(unheardWords(zhCN, why)).not.toBe(why);
});
