// @vitest-environment node
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createEarService } from '../../components/voice/ear-service.ts';
import { type Database, openDatabase } from '../../lib/log/database.ts';
import { readEvents } from '../../lib/log/reader.ts';
import { saveTranscriber } from '../../lib/log/transcriber.ts';
import { createWriter, type Writer } from '../../lib/log/writer.ts';
import type { LoggedEvent } from '../../lib/model.ts';
import { startRecogniser } from '../../rehearsal/recogniser.ts';
import { after, sound, speech } from '../lib/voice/sound.ts';
import { installSoundCard } from './sound-card.ts';

const says = ['大家好欢迎来到直播间', '这款面霜全网最低价', '三号链接今天有货', '谢谢大家'];
const sentence = after(sound(600, -66), speech(1400, -22));
const quiet = sound(700, -66);

let db: Database;
let writer: Writer;
let server: Awaited<ReturnType<typeof startRecogniser>>;
let card: ReturnType<typeof installSoundCard>;
let ear: ReturnType<typeof createEarService>;

beforeEach(async () => {
  db = openDatabase(crypto.randomUUID());
  writer = createWriter(db, { now: Date.now, newId: () => crypto.randomUUID() });
  server = await startRecogniser(says);
  await choose('sk-1', 1);
  card = installSoundCard();
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation((async ({ payload }: { payload: object }) =>
    writer.append({ ...payload, from: 'panel' } as never)) as never);
  ear = createEarService(db);
});
afterEach(async () => {
  await ear.stop();
  await server.close();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const choose = (key: string, savedAt: number) =>
  saveTranscriber(db, { preset: 'custom', address: server.address, key, model: 'sense', savedAt });
async function roomOf(roomId: string) {
  const attached = await writer.attach({
    room: { platform: 'douyin', id: roomId, title: '' },
    tab: Number(roomId),
    stream: crypto.randomUUID(),
  });
  if (!attached.ok) throw new Error('The room is not there.');
  return attached.session;
}
const ask = (session: string) => ({ session, platform: 'douyin', room: '1', source: 'microphone' }) as const;
const eventsOf = async (session: string) => (await readEvents(db, session)).events;
const told = (events: LoggedEvent[]) =>
  events.flatMap((event) => {
    if (event.kind === 'listen') return [event.source ?? `none ${event.why ?? ''}`.trim()];
    if (event.kind === 'spoken') return [event.text];
    return event.kind === 'unheard' ? [event.why] : [];
  });
const until = (session: string, wanted: unknown[]) =>
  vi.waitFor(async () => expect(told(await eventsOf(session))).toEqual(wanted), { timeout: 8000 });

test('writes what is said with what is found in it, and the last words when it is stopped', async () => {
  const session = await roomOf('1');
  expect(await ear.listen(ask(session))).toEqual({ ok: true });
  card.play(after(sentence, quiet, sentence, quiet));
  await until(session, ['microphone', says[0], says[1]]);

  card.play(sentence);
  await vi.waitFor(() => expect(card.isHeard()).toBe(true));
  await ear.stop();
  await until(session, ['microphone', says[0], says[1], says[2], 'none']);

  const spoken = (await eventsOf(session)).filter((event) => event.kind === 'spoken');
  expect(spoken.map(({ findings }) => findings.some(({ severity }) => severity === 'S3'))).toEqual([
    false,
    true,
    false,
  ]);
  expect(card.open()).toBe(0);
});

test('calls for two rooms at once are answered in turn: one is listened to, and no microphone stays open', async () => {
  const [one, two] = [await roomOf('1'), await roomOf('2')];
  const answers = await Promise.all([ear.listen(ask(one)), ear.listen(ask(two)), ear.listen(ask(one))]);

  expect(answers).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
  await until(one, ['microphone', 'none', 'microphone']);
  await until(two, ['microphone', 'none']);
  expect(card.open()).toBe(1);
});

test('what cannot be heard is not begun: the microphone is closed, the log says nothing, and whoever is heard still is', async () => {
  const [one, two] = [await roomOf('1'), await roomOf('2')];
  card.isBroken = true;
  expect(await ear.listen(ask(one))).toEqual({ ok: false, why: 'failed' });
  expect(card.open()).toBe(0);
  expect(told(await eventsOf(one))).toEqual([]);

  card.isBroken = false;
  await ear.listen(ask(one));
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValueOnce(
    new DOMException('', 'NotAllowedError'),
  );
  expect(await ear.listen(ask(two))).toEqual({ ok: false, why: 'not-allowed' });
  card.play(after(sentence, quiet));
  await until(one, ['microphone', says[0]]);
});

test.each([
  ['has ended', (session: string) => writer.close(session), ['microphone', 'none']],
  ['is deleted', (session: string) => writer.remove(session), []],
])('nobody is listened to once the session %s', async (_, end, wanted) => {
  const session = await roomOf('1');
  await ear.listen(ask(session));
  await end(session);

  await vi.waitFor(() => expect(card.open()).toBe(0));
  await until(session, wanted);
});

test('nobody is listened to when the room’s page stays gone', async () => {
  const session = await roomOf('7');
  const short = createEarService(db, 50);
  await short.listen(ask(session));
  await writer.release(7);

  await vi.waitFor(() => expect(card.open()).toBe(0));
  await until(session, ['microphone', 'none']);
});

test('a microphone that is pulled ends it, and the log says so', async () => {
  const session = await roomOf('1');
  await ear.listen(ask(session));
  card.tracks.at(-1)?.dispatchEvent(new Event('ended'));

  await until(session, ['microphone', 'none lost']);
});

test('a mended key is used at once; a recogniser that is put away hears nothing more', async () => {
  const session = await roomOf('1');
  server.behave('refuses');
  await ear.listen(ask(session));
  card.play(after(sentence, quiet));
  await until(session, ['microphone', 'key']);

  server.behave('answers');
  await choose('sk-2', 2);
  await until(session, ['microphone', 'key', 'microphone']);
  card.play(after(sentence, quiet));
  await until(session, ['microphone', 'key', 'microphone', says[0]]);
  expect(server.calls.map(({ authorization }) => authorization)).toEqual(['Bearer sk-1', 'Bearer sk-2']);

  await saveTranscriber(db, null);
  await until(session, ['microphone', 'key', 'microphone', says[0], 'none']);
  expect(card.open()).toBe(0);
});

test('a server that fails for a while costs no words, and nonsense becomes none', async () => {
  const session = await roomOf('1');
  await ear.listen(ask(session));
  server.behave('fails');
  setTimeout(() => server.behave('answers'), 300);
  card.play(after(sentence, quiet));
  await until(session, ['microphone', says[0]]);
  expect(server.calls.length).toBeGreaterThan(1);

  server.behave('nonsense');
  card.play(after(sentence, quiet));
  await until(session, ['microphone', says[0], 'nonsense']);
});

test('silence, and music without words, are not told', async () => {
  const session = await roomOf('1');
  await server.close();
  server = await startRecogniser(['[音乐]']);
  await choose('sk-1', 3);
  await ear.listen(ask(session));
  card.play(after(sound(5000, -70), sentence, quiet));
  await vi.waitFor(() => expect(server.calls).toHaveLength(1));
  await ear.stop();

  await until(session, ['microphone', 'none']);
});

test('the browser’s own recogniser is not used where it would send the sound away', async () => {
  const session = await roomOf('1');
  await saveTranscriber(db, { preset: 'device', address: '', key: '', model: '', savedAt: 4 });

  expect(await ear.listen(ask(session))).toEqual({ ok: false, why: 'device-not-ready' });
  expect(card.tracks).toEqual([]);
});
