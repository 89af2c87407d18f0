import { setTimeout as wait } from 'node:timers/promises';
import type { KeyInput, Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { box, typed } from '../../scripts/drive/hands.ts';
import { openRehearsal, type Rehearsal, until } from '../../scripts/drive/open.ts';
import { allowHosts, pressIn, setEndpoint } from '../../scripts/drive/settings.ts';
import { readStored } from '../../scripts/drive/stored.ts';
import { asAnswer, type Manner, type ModelServer, startModelServer } from './model-server.ts';

let rehearsal: Rehearsal;
let server: ModelServer;
let settings: Page;
let panel: Page;
const key = 'sk-this-must-never-be-seen';

beforeEach(async () => {
  server = await startModelServer();
  rehearsal = await openRehearsal({ platforms: ['douyin'], backlog: 0 });
  await rehearsal.console('douyin');
  panel = await rehearsal.openPanel('douyin');
  settings = await rehearsal.extensionPage('console.html#/settings');
  await allowHosts(rehearsal, settings);
  await setProvider();
});
afterEach(async () => {
  await rehearsal?.close();
  await server?.close();
});

async function setProvider(): Promise<void> {
  await setEndpoint(settings, 'model', { address: server.address, key, model: 'small-model' });
  await rehearsal.console('douyin');
}

/** Someone asks, and the controller takes the card in hand, on which it is `shown`. */
async function ask(text: string, shown = text): Promise<void> {
  rehearsal.stage.say('douyin', text, '小美爱买买买');
  await panel.waitForFunction(
    (words) =>
      [...document.querySelectorAll('[id^="question-"] bdi')].some((bdi) => bdi.textContent === words),
    {},
    shown,
  );
  await panel.locator(`::-p-xpath(//*[starts-with(@id, "question-")][.//bdi[text()="${shown}"]])`).click();
}
const says = (words: string, timeout = 20_000) =>
  panel.waitForFunction((text) => document.body.innerText.includes(text), { timeout }, words);
const options = () =>
  panel.$$eval('[role="listbox"] [role="option"]:not([id^="question-"])', (all) =>
    all.map((one) => (one as HTMLElement).innerText),
  );
const events = async (kind: string) =>
  (await readStored(settings)).flatMap((found) => found.events).filter((event) => event.kind === kind);

test('a draft is streamed below the replies, chosen by its key, filled, and logged with what it rests on', async () => {
  server.behave({ kind: 'answers', replies: ([first = '']) => [asAnswer(`${first}哦`)], pause: 60 });

  await ask('怎么退货');
  await says('AI 草拟');
  await says('AI 草拟 · custom/small-model');
  const offered = await options();
  await panel.keyboard.press(String(offered.length) as KeyInput);
  await panel.keyboard.press('Enter');
  const input = await box(await rehearsal.console('douyin'), 'douyin');
  await until('the draft stands in the box', async () => (await typed(input)) !== '');

  expect(offered.at(-1)).toContain('AI 草拟');
  expect((await typed(input)).endsWith('哦')).toBe(true);
  await until('it is logged', async () => (await events('fill')).length > 0);
  expect((await events('fill'))[0]).toMatchObject({ model: 'custom/small-model', text: await typed(input) });
  const suggested = (await events('suggestion')).flatMap((event) =>
    event.kind === 'suggestion' ? event.replies : [],
  );
  expect(suggested.find(({ model }) => model)).toMatchObject({
    script: 'draft',
    grounds: [expect.stringMatching(/^after-/)],
  });
  expect(await events('model')).toMatchObject([{ calls: 1, outcome: 'ready' }]);
});

test('one call is made for a card however many ask, and nothing of a person goes out', async () => {
  await ask('@小美 怎么退货 13800138000', '@小美 怎么退货 138****8000');
  await says('AI 草拟 · ');
  for (let i = 0; i < 5; i++) rehearsal.stage.say('douyin', '怎么退货', `买家${i}`);
  await panel.waitForFunction(() => document.body.innerText.includes('×'));
  await panel.keyboard.press('k');
  await wait(1500);

  expect(server.calls).toHaveLength(1);
  const [call] = server.calls;
  expect(call?.authorization).toBe(`Bearer ${key}`);
  expect(Object.keys(call?.headers ?? {}).filter((name) => name.startsWith('x-stainless'))).toEqual([]);
  expect(JSON.stringify(call?.messages)).not.toMatch(/小美|13800138000|买家/);
  expect(call?.messages.map(({ role }) => role)).toEqual(['system', 'user']);
});

test('banned words are rewritten once; a wrong price, a contact and an order of the viewer are not offered', async () => {
  server.behave({
    kind: 'answers',
    replies: ([first = '']) => [asAnswer('全网最低价，国家级品质，绝对第一'), asAnswer(first)],
  });
  await ask('怎么换货');
  await says('AI 草拟 · ');
  expect(server.calls).toHaveLength(2);

  const poison: [question: string, reply: string, why: string][] = [
    ['运费险有吗', '到手价9块9，拍下就送', '没有采用'],
    ['客服在哪呢', '加微信abc12345领红包', '含有联系方式或链接'],
    ['退款多久到账', '主播是骗子，大家别买', '没有采用'],
  ];
  for (const [question, reply, why] of poison) {
    server.behave({ kind: 'answers', replies: () => [asAnswer(reply), asAnswer(reply)] });
    await ask(question);
    await says(why);
    expect((await options()).filter((text) => text.includes('AI 草拟'))).toEqual([]);
    expect(await panel.evaluate(() => document.body.innerText)).not.toContain(reply.slice(0, 6));
  }
});

const misdeeds: [manner: Manner, words: string][] = [
  [{ kind: 'refuses', status: 401, message: `Incorrect key ${key}` }, '密钥不对'],
  [{ kind: 'refuses', status: 403, message: 'no' }, 'OLLAMA_ORIGINS'],
  [{ kind: 'refuses', status: 404, message: 'The model does not exist' }, '没有这个模型或地址'],
  [{ kind: 'refuses', status: 429, message: 'slow down', retryAfter: '30' }, '服务商限流了'],
  [{ kind: 'refuses', status: 500, message: 'oops' }, '服务商出故障了'],
  [{ kind: 'html' }, '返回的不是模型的回答'],
  [{ kind: 'malformed' }, '返回的不是模型的回答'],
  [{ kind: 'over-long' }, '模型停不下来'],
  [{ kind: 'endless-line' }, '模型停不下来'],
  [{ kind: 'cut-off' }, '回答没写完就断了'],
  [{ kind: 'stalls' }, '模型太久没有回应'],
];

test('whatever the provider does is said in words, and the library’s reply stands', {
  timeout: 180_000,
}, async () => {
  const questions = [
    '怎么退货',
    '怎么换货',
    '客服在哪',
    '退款多久到账',
    '能开发票吗',
    '坏了怎么办',
    '有运费险吗',
    '怎么下单',
    '什么时候发货',
    '发什么快递',
    '有优惠券吗',
  ];
  for (const [index, [manner, words]] of misdeeds.entries()) {
    server.behave(manner);
    // a refusal lasts until the provider is set anew
    await setProvider();
    await ask(questions[index]!);
    await says(words, 30_000).catch(async () => {
      throw new Error(
        `Not said for ${JSON.stringify(manner)}: ${await panel.evaluate(() => document.body.innerText)}`,
      );
    });

    expect((await options()).length).toBeGreaterThan(0);
    expect(await panel.evaluate(() => document.body.innerText)).not.toContain(key);
  }
  await panel.keyboard.press('1');
  await panel.keyboard.press('Enter');
  const input = await box(await rehearsal.console('douyin'), 'douyin');
  await until('the reply stands in the box', async () => (await typed(input)) !== '');
});

test('a provider that limits calls is left alone until it allows them', async () => {
  server.behave({ kind: 'refuses', status: 429, message: 'slow down', retryAfter: '60' });
  await ask('怎么退货');
  await says('服务商限流了');

  await ask('怎么换货');
  await wait(1500);

  await says('服务商限流了');
  expect(server.calls).toHaveLength(1);
});

test('answering the card, or leaving it, ends the call under way', async () => {
  server.behave({ kind: 'stalls' });
  await ask('怎么退货');
  await until('the model is asked', () => server.calls.length === 1);

  await panel.keyboard.press('e');
  await until('the call is ended', () => server.calls[0]?.isCut === true);

  await ask('怎么换货');
  await until('the model is asked again', () => server.calls.length === 2);
  await ask('客服在哪');
  await until('the call is ended', () => server.calls[1]?.isCut === true);
  await until('both are logged', async () => (await events('model')).length >= 2);
  expect((await events('model')).slice(0, 2)).toMatchObject([{ outcome: 'left' }, { outcome: 'left' }]);
});

test('a price is drafted as the page’s own shelf has it, and no other', async () => {
  rehearsal.stage.start();
  await panel.waitForSelector('[id^="question-"]');
  await wait(3000);
  rehearsal.stage.pause();
  const priceIn = (sources: string[]) => sources.find((text) => /^价格\d/.test(text)) ?? '';
  server.behave({ kind: 'answers', replies: (sources) => [asAnswer(`亲，${priceIn(sources)}哦`)] });
  await ask('2号链接多少钱呀');
  // not the draft of the card that was shown before, nor one that is still being written
  await until('it is offered', async () => (await options()).at(-1)?.includes('亲，价格199元哦') ?? false);

  server.behave({ kind: 'answers', replies: () => [asAnswer('亲，价格189元哦')] });
  await ask('3号链接多少钱呀');
  await says('价格或数字和资料不一致');
});

test('a permission that was taken back is said, and nothing is sent', async () => {
  await settings.evaluate(() =>
    (
      globalThis as unknown as {
        chrome: { permissions: { remove(what: { origins: string[] }): Promise<boolean> } };
      }
    ).chrome.permissions.remove({ origins: ['http://127.0.0.1/*'] }),
  );

  await ask('怎么退货');
  await says('还没有允许访问模型服务');

  expect(server.calls).toHaveLength(0);
});

test('walking past cards asks nobody', async () => {
  for (const text of ['怎么退货', '怎么换货', '客服在哪', '能开发票吗']) rehearsal.stage.say('douyin', text);
  await panel.waitForFunction(() => document.querySelectorAll('[id^="question-"]').length >= 4);

  for (let i = 0; i < 4; i++) await panel.keyboard.press('j');
  await says('AI 草拟 · ');

  expect(server.calls).toHaveLength(1);
});

test('the settings list models and try the provider, and nobody but our own pages can read the key', async () => {
  await settings.bringToFront();
  await pressIn(settings, 'model', '读取模型列表');
  await settings.waitForFunction(() => document.body.innerText.includes('有 2 个模型可选'));
  await pressIn(settings, 'model', '测试');
  await settings.waitForFunction(() => document.body.innerText.includes('可以用：'));

  expect(await settings.content()).not.toContain(key);
  const stored = await settings.evaluate(async () => {
    const areas = (
      globalThis as unknown as { chrome: { storage: Record<string, { get(): Promise<object> }> } }
    ).chrome.storage;
    return JSON.stringify([await areas.local?.get(), await areas.session?.get()]);
  });
  expect(stored).not.toContain(key);
  const page = await rehearsal.console('douyin');
  const seen = await page.evaluate(async () =>
    JSON.stringify([await indexedDB.databases(), { ...localStorage }]),
  );
  expect(seen).not.toMatch(/live-room-copilot|sk-this/);
  expect(JSON.stringify(await readStored(settings))).not.toContain(key);
});

test('a text the rules block is filled only for a reason, which is logged', async () => {
  await ask('怎么退货');
  const field = await panel.waitForSelector('textarea');
  await field?.type('这是全网最低价');
  await panel.locator('::-p-xpath(//button[contains(., "仍要填入")])').click();
  await panel.locator('::-p-aria([name="为什么可以这样说（会记入日志）"])').fill('法务已确认，活动页有证明');
  await panel.locator('::-p-xpath(//button[contains(., "填入并记录原因")])').click();
  const input = await box(await rehearsal.console('douyin'), 'douyin');
  await until('it stands in the box', async () => (await typed(input)) === '这是全网最低价');

  await until('it is logged', async () => (await events('fill')).length > 0);
  expect((await events('fill'))[0]).toMatchObject({
    override: { reason: '法务已确认，活动页有证明', findings: [expect.objectContaining({ severity: 'S3' })] },
  });
});
