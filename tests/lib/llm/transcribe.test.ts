// @vitest-environment node
import { afterEach, beforeEach, expect, test } from 'vitest';
import { transcriberOf } from '../../../lib/llm/transcribe.ts';
import type { Transcriber } from '../../../lib/llm/transcribers.ts';
import { writeWav } from '../../../lib/voice/wav.ts';
import { startRecogniser } from '../../../rehearsal/recogniser.ts';

let server: Awaited<ReturnType<typeof startRecogniser>>;
beforeEach(async () => {
  server = await startRecogniser(['这款面霜']);
});
afterEach(() => server.close());

const world = { now: () => 0, isOnline: () => true, mayReach: async () => true };
const wav = writeWav(new Float32Array(8000).fill(0.1), 16_000);
const never = new AbortController().signal;
const ask = (patience?: number, changes: Partial<Transcriber> = {}, signal = never) =>
  transcriberOf(
    { preset: 'custom', address: server.address, key: 'sk-1', model: 'sense', savedAt: 1, ...changes },
    world,
    patience,
  )(wav, signal);

test('sends one file with key and model, and gives back its text', async () => {
  expect(await ask()).toEqual({ ok: true, text: '这款面霜' });
  expect(server.calls).toMatchObject([{ model: 'sense', authorization: 'Bearer sk-1', ms: 500 }]);
});

test('gives up a server that stalls', async () => {
  server.behave('stalls');
  expect(await ask(50)).toMatchObject({ ok: false, failure: { kind: 'stalled' } });
});

test('names a refused key, a broken server, and one that is not there', async () => {
  server.behave('refuses');
  expect(await ask()).toMatchObject({ failure: { kind: 'key' } });
  server.behave('fails');
  expect(await ask()).toMatchObject({ failure: { kind: 'server' } });
  expect(await ask(2000, { address: 'http://127.0.0.1:9/v1' })).toMatchObject({
    failure: { kind: 'unreachable' },
  });
});

test('hands on twenty thousand characters, which are judged where they are read', async () => {
  server.behave('nonsense');
  expect(await ask()).toEqual({ ok: true, text: '字'.repeat(20_000) });
});

test('sends nothing to an address that is not allowed', async () => {
  const refused = transcriberOf(
    { preset: 'custom', address: server.address, key: '', model: 'sense', savedAt: 1 },
    { ...world, mayReach: async () => false },
  );

  expect(await refused(wav, never)).toEqual({ ok: false, failure: { kind: 'no-permission' } });
  expect(server.calls).toEqual([]);
});
