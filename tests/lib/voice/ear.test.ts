import { expect, test } from 'vitest';
import { compileRules, emptySettings } from '../../../lib/compliance/index.ts';

import { createEar, type Heard, type Outcome } from '../../../lib/voice/ear.ts';

const checker = compileRules(emptySettings);
const start = 1_780_000_000_000;

/** An ear whose recogniser answers by turns, and whose clock goes on with every rest. */
function listen(answers: (Heard | Promise<Heard>)[]) {
  const told: Outcome[] = [];
  let clock = start + 10_000;
  let asked = 0;
  const recognise = async (): Promise<Heard> =>
    (await answers[asked++]) ?? { ok: false, why: 'server', isLasting: false };
  const ear = createEar({
    judge: (text) => ({ findings: checker.check(text, { channel: 'host' }), rules: checker.version }),
    tell: (outcome) => told.push(outcome),
    now: () => clock,
    rest: async (ms) => {
      clock += ms;
      await new Promise((done) => setTimeout(done));
    },
  });
  let end = start + 9000;
  const say = (ms = 900, breath = 300) => {
    const from = end + breath;
    end = from + ms;
    ear.take({ from, to: end }, recognise);
  };
  return { ear, told, say, asked: () => asked, pass: (ms: number) => (clock += ms) };
}
const heard = (text: string): Heard => ({ ok: true, text });

test('tells what was said, with what the host channel finds in it', async () => {
  const { ear, told, say } = listen([heard('这款面霜全网最低价')]);
  say(2000);
  await ear.finish();

  expect(told).toMatchObject([{ kind: 'spoken', text: '这款面霜全网最低价' }]);
  const [one] = told;
  if (one?.kind !== 'spoken') throw new Error('not spoken');
  expect(one.findings.some(({ severity }) => severity === 'S3')).toBe(true);
  for (const { start, end, text } of one.findings) expect(one.text.slice(start, end)).toBe(text);
});

test('finds what was cut in two by a breath', async () => {
  const { ear, told, say } = listen([heard('我们家是全网'), heard('最低价')]);
  say();
  say(600);
  await ear.finish();

  expect(told.map((one) => one.kind === 'spoken' && one.findings.length > 0)).toEqual([false, true]);
});

test('does not excuse a claim by the sentence before', async () => {
  const { ear, told, say } = listen([heard('大家好，欢迎来到直播间'), heard('这款面霜全网最低价')]);
  say();
  say();
  await ear.finish();

  expect(told[1]).toMatchObject({ findings: [{ severity: 'S3' }] });
});

test('tells in the order of speaking though the second is ready first', async () => {
  let answer = (_: Heard) => {};
  const first = new Promise<Heard>((done) => {
    answer = done;
  });
  const { ear, told, say } = listen([first, heard('第二句')]);
  say();
  say();
  await new Promise((done) => setTimeout(done, 5));
  expect(told).toEqual([]);
  answer(heard('第一句'));
  await ear.finish();

  expect(told.map((one) => one.kind === 'spoken' && one.text)).toEqual(['第一句', '第二句']);
});

test('a recogniser that throws has heard nothing, and holds up nobody', async () => {
  const { ear, told, say } = listen([
    heard('第一句'),
    Promise.reject(new Error('no such file')),
    heard('第二句'),
  ]);
  say();
  say();
  await ear.finish();

  expect(told.map((one) => one.kind === 'spoken' && one.text)).toEqual(['第一句', '第二句']);
});

test('tries again through two seconds without a network', async () => {
  const offline: Heard = { ok: false, why: 'offline', isLasting: false };
  const { ear, told, say } = listen([offline, offline, heard('又连上了')]);
  say();
  await ear.finish();

  expect(told).toMatchObject([{ kind: 'spoken', text: '又连上了' }]);
});

test('gives up a transcription that stalls again and again, and goes on with the next sentence', async () => {
  const stalled: Heard = { ok: false, why: 'stalled', isLasting: false };
  const { ear, told, say } = listen([stalled, stalled, stalled, stalled, heard('下一句')]);
  say();
  await ear.finish();
  say();
  await ear.finish();

  expect(told.map((one) => (one.kind === 'spoken' ? one.text : one.why))).toEqual(['stalled', '下一句']);
});

test('says that a sentence was not understood instead of making one up', async () => {
  const { ear, told, say } = listen([heard('啊'.repeat(20_000)), heard('[音乐]'), heard('谢谢'.repeat(9))]);
  say();
  say();
  say();
  await ear.finish();

  expect(told.map((one) => one.kind === 'unheard' && one.why)).toEqual(['nonsense', 'nonsense']);
});

test('leaves a recogniser alone that refuses the key, and asks again after a while', async () => {
  const refused: Heard = { ok: false, why: 'key', isLasting: true };
  const { ear, told, say, asked, pass } = listen([refused, heard('好了')]);
  say();
  await ear.finish();
  say();
  await ear.finish();
  expect(told.map((one) => one.kind === 'unheard' && one.why)).toEqual(['key', 'paused']);
  expect(asked()).toBe(1);
  pass(15_000);
  say();
  await ear.finish();

  expect(told.at(-1)).toMatchObject({ kind: 'spoken', text: '好了' });
});

test('gives up the oldest when a recogniser falls behind, and says so', async () => {
  let answer = (_: Heard) => {};
  const stuck = new Promise<Heard>((done) => {
    answer = done;
  });
  const { ear, told, say } = listen([stuck, stuck]);
  for (let i = 0; i < 30; i++) say();
  answer(heard('好'));
  await ear.finish();

  expect(told).toHaveLength(30);
  expect(told.filter((one) => one.kind === 'unheard' && one.why === 'late')).toHaveLength(8);
});
