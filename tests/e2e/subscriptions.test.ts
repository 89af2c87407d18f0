import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../scripts/drive/open.ts';
import { allowHosts } from '../../scripts/drive/settings.ts';
import { makePublisher, startListServer } from './list-server.ts';

let browser: Awaited<ReturnType<typeof openBrowser>>;
let server: Awaited<ReturnType<typeof startListServer>>;
let page: Page;

beforeAll(async () => {
  server = await startListServer();
  browser = await openBrowser({ stage: { resolverRules: '' } });
  page = await browser.extensionPage('console.html#/rules');
  page.setDefaultTimeout(15_000);
  await allowHosts(browser, page, 'https://localhost/*');
  await page.bringToFront();
});
afterAll(async () => {
  await browser?.browser.close();
  server?.close();
});

const press = (name: string) => page.locator(`::-p-xpath(//button[normalize-space(.)="${name}"])`).click();
const says = (words: string) =>
  page.waitForFunction((text) => document.body.innerText.includes(text), {}, words);

async function subscribe(path: string): Promise<void> {
  await press('订阅');
  await page.locator('[role="dialog"] input[type="url"]').fill(`${server.address}${path}`);
  await page.locator('[role="dialog"] button[type="submit"]').click();
}

/** What the database holds of the one subscription and its list. */
const stored = () =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((done, failed) => {
      const opening = indexedDB.open('live-room-copilot');
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(opening.error);
    });
    const all = <T>(table: string) =>
      new Promise<T[]>((done) => {
        const request = db.transaction(table).objectStore(table).getAll();
        request.onsuccess = () => done(request.result);
      });
    const [subscription] = await all<Record<string, unknown>>('subscriptions');
    const [list] = await all<{ hash: string; name: string; version: number }>('lists');
    const contents = await all<{ hash: string; content: { terms: { text: string }[] } }>('listContents');
    db.close();
    const held = contents.find(({ hash }) => hash === list?.hash)?.content.terms.map(({ text }) => text);
    return { subscription, list, words: held };
  });

/** Presses 立即更新, waits until the server was asked and the look is noted. */
async function update(): Promise<Awaited<ReturnType<typeof stored>>> {
  const before = (await stored()).subscription?.checkedAt;
  await press('立即更新');
  for (;;) {
    const now = await stored();
    if (now.subscription?.checkedAt !== before) return now;
    await new Promise((later) => setTimeout(later, 50));
  }
}

test('a subscribed list is updated while its server is in order, and kept as it was whatever else comes', async () => {
  const [mine, other] = [await makePublisher(), await makePublisher()];
  const list = (words: string, key = mine.key) =>
    `# Title: 美妆极限词\n# Key: ${key}\n# Expires: 2 days\n${words}\n`;
  const publish = async (text: string, signature: string | Promise<string>, etag = '') => {
    server.serve('/beauty.txt', { body: text, headers: etag ? { etag } : {} });
    server.serve('/beauty.txt.sig', { body: await signature });
  };

  // good, and pinned
  await publish(list('甲乙丙'), mine.sign(list('甲乙丙')), '"1"');
  await subscribe('/beauty.txt');
  await says('美妆极限词');
  await says('已验证签名');
  expect(await stored()).toMatchObject({
    words: ['甲乙丙'],
    subscription: { key: mine.key, expires: 48 * 3_600_000, etag: '"1"' },
  });

  // not modified
  const asked = server.asked.length;
  const same = await update();
  expect(server.asked.slice(asked).map(({ path }) => path)).toEqual(['/beauty.txt']);
  expect(same).toMatchObject({ words: ['甲乙丙'], list: { version: 1 } });

  // newer
  await publish(list('甲乙丙\n丁戊己'), mine.sign(list('甲乙丙\n丁戊己')));
  expect(await update()).toMatchObject({ words: ['甲乙丙', '丁戊己'], list: { version: 2 } });

  // whatever comes now is refused, and said
  const changed = list('坏词条');
  const ill: [trouble: string, said: string, make: () => Promise<unknown> | unknown][] = [
    ['tampered', '签名对不上', () => publish(changed, mine.sign(list('甲乙丙')))],
    [
      'wrong-key',
      '不是订阅时那一把',
      () => publish(list('坏词条', other.key), other.sign(list('坏词条', other.key))),
    ],
    ['unsigned', '没有签名', () => server.serve('/beauty.txt.sig', { status: 404 })],
    ['malformed', '内容不是词单', () => server.serve('/beauty.txt', { body: '<!doctype html><p>Hello' })],
    ['too-big', '内容过大', () => server.serve('/beauty.txt', { body: `${'很长的词'.repeat(500_000)}\n` })],
    [
      'moved',
      '转到了别处',
      () =>
        server.serve('/beauty.txt', { status: 302, headers: { location: `${server.address}/other.txt` } }),
    ],
    ['gone', '已经没有这张词单', () => server.serve('/beauty.txt', { status: 404 })],
  ];
  for (const [trouble, said, make] of ill) {
    await make();
    const now = await update();
    expect(now).toMatchObject({
      words: ['甲乙丙', '丁戊己'],
      list: { version: 2 },
      subscription: { trouble },
    });
    await says(said);
  }
  expect(server.asked.map(({ path }) => path)).not.toContain('/other.txt');

  // stale: its time has passed twice
  await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open('live-room-copilot');
      opening.onsuccess = () => done(opening.result);
    });
    const table = db.transaction('subscriptions', 'readwrite').objectStore('subscriptions');
    const [subscription] = await new Promise<{ goodAt: number }[]>((done) => {
      const request = table.getAll();
      request.onsuccess = () => done(request.result);
    });
    table.put({ ...subscription, goodAt: Date.now() - 97 * 3_600_000 });
    await new Promise((done) => {
      table.transaction.oncomplete = done;
    });
    db.close();
  });
  await page.reload();
  await says('过久未更新');

  // and in order again
  await publish(list('甲乙丙'), mine.sign(list('甲乙丙')));
  expect((await update()).subscription?.trouble).toBeUndefined();
  await page.waitForFunction(() => !document.body.innerText.includes('过久未更新'));
}, 30_000);
