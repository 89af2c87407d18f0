import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { calm } from '../../rehearsal/stage.ts';
import { openRehearsal, type Rehearsal, until } from '../../scripts/drive/open.ts';
import { readStored } from '../../scripts/drive/stored.ts';

let rehearsal: Rehearsal;
const folder = mkdtempSync(join(tmpdir(), 'live-copilot-teach-'));
afterEach(async () => {
  await rehearsal?.close();
  rmSync(folder, { recursive: true, force: true });
});

const click = (panel: Page, words: string) =>
  panel.locator(`::-p-xpath(//button[contains(., "${words}")])`).click();
const says = (panel: Page, words: string) =>
  panel.waitForFunction((sought) => document.body.innerText.includes(sought), { timeout: 15_000 }, words);

/** Where a row's name and words stand; the page's builders gave them names nobody knows. */
const places = (page: Page) =>
  page.evaluate(() => {
    const middle = (element: Element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    };
    const rows = [...document.querySelectorAll('.row-actions')].map((actions) => actions.parentElement!);
    // a plain one: no badges before the name, and no sentence over two lines
    const row = rows.findLast(
      ({ children: [nick, text] }) => nick?.childElementCount === 0 && text?.getClientRects().length === 1,
    )!;
    return { nick: middle(row.children[0]!), text: middle(row.children[1]!) };
  });

async function openHealth(): Promise<{ page: Page; panel: Page }> {
  rehearsal = await openRehearsal({
    platforms: ['douyin'],
    rate: 10,
    seed: 6,
    pollMs: 500,
    feed: 'hidden',
    rows: 'renamed',
    // what is delivered twice is drawn twice, and without ids nobody could tell
    awkward: calm,
  });
  const page = await rehearsal.console('douyin');
  const panel = await rehearsal.openPanel('douyin');
  await panel.waitForSelector('header [data-kind]');
  await panel.locator('header button[aria-haspopup="dialog"]').click();
  return { page, panel };
}

test('a page nobody understands is taught with three picks, read from then on, and forgotten again', async () => {
  const { page, panel } = await openHealth();
  await page.evaluate(() => {
    Object.assign(window, { reached: 0 });
    for (const name of ['click', 'mousedown', 'keydown'])
      document.getElementById('root')!.addEventListener(name, () => {
        (window as unknown as { reached: number }).reached += 1;
      });
  });

  await click(panel, '重新指认评论');
  await says(panel, '请到中控台页面上依次点');
  await page.bringToFront();
  await page.waitForSelector('live-copilot-picker');
  const { nick, text } = await places(page);
  await page.mouse.move(nick.x, nick.y);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.mouse.click(nick.x, nick.y);
  await page.mouse.click(text.x, text.y);
  await says(panel, '这样会读到 12 条');
  await click(panel, '就这样读');
  await says(panel, '已记住');

  rehearsal.stage.start();
  const log = await rehearsal.extensionPage('console.html#/settings');
  const stored = async () => (await readStored(log)).flatMap(({ events }) => events);
  await until(
    'comments come in',
    async () => (await stored()).filter(({ kind }) => kind === 'comment').length > 40,
  );
  rehearsal.stage.pause();
  await rehearsal.stage.settle();
  const said = rehearsal.stage.said('douyin');
  // rows have no ids: who said what is all there is
  const texts = (list: readonly { nick: string; text: string }[]) =>
    list.map((one) => one.text.replace(/\s+/g, ' ').trim()).sort();
  const commentsNow = async () => (await stored()).filter((event) => event.kind === 'comment');
  const wanted = texts(said).join('\n');
  await until('all is stored', async () => texts(await commentsNow()).join('\n') === wanted).catch(() => {});
  const comments = await commentsNow();
  expect(texts(comments)).toEqual(texts(said));
  expect(await page.evaluate(() => (window as unknown as { reached: number }).reached)).toBe(0);
  // some nicknames are written with what no eye can see
  const nicks = new Set(comments.map((comment) => comment.nick));
  expect(said.filter((one) => nicks.has(one.nick)).length).toBeGreaterThan(said.length / 2);

  await log.locator('[aria-label^="撤销"]').click();
  await says(log, '还没有教过');
  const before = comments.length;
  rehearsal.stage.start();
  await until('the panel says that it reads nothing', async () => {
    const health = (await stored()).findLast((event) => event.kind === 'health');
    return health?.trouble === 'page-unreadable' || health?.pulse?.ways.list === false;
  });
  expect((await stored()).filter(({ kind }) => kind === 'comment').length - before).toBeLessThan(20);
});

test('Esc leaves everything as it was, and selectors can be imported from a file', async () => {
  const { page, panel } = await openHealth();
  await click(panel, '重新指认评论');
  await page.bringToFront();
  await page.waitForSelector('live-copilot-picker');
  await page.keyboard.press('Escape');
  await says(panel, '已取消');
  expect(await page.$('live-copilot-picker')).toBeNull();

  const settings = await rehearsal.extensionPage('console.html#/settings');
  const file = join(folder, 'selectors.json');
  const bad = join(folder, 'bad.json');
  const taught = { list: 'body', row: '.row', nick: 'b', text: 'i', at: 1 };
  rmSync(folder, { recursive: true, force: true });
  const { mkdirSync } = await import('node:fs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    file,
    JSON.stringify({ format: 'live-copilot-selectors', version: 1, pages: { 'a.com/b': taught } }),
  );
  writeFileSync(
    bad,
    '{"format":"live-copilot-selectors","version":1,"pages":{"a.com/c":{"row":"*:has(*)"}}}',
  );
  const input = await settings.waitForSelector('input[type="file"]');
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(bad);
  await says(settings, '这个文件不能用');
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
  await says(settings, 'a.com/b');
});

test('the diagnostics file has structure and counts, and nobody’s name or words', async () => {
  const { panel } = await openHealth();
  rehearsal.stage.start();
  await says(panel, '都读不懂');
  rmSync(folder, { recursive: true, force: true });
  const { mkdirSync } = await import('node:fs');
  mkdirSync(folder, { recursive: true });
  const session = await rehearsal.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });

  await click(panel, '导出诊断文件');
  const written = () => readdirSync(folder).filter((name) => name.endsWith('.json'));
  await until('the file is there', () => written().length === 1);

  const content = readFileSync(join(folder, written()[0]!), 'utf8');
  const file = JSON.parse(content);
  expect(file).toMatchObject({ format: 'live-copilot-diagnosis', health: { trouble: 'page-unreadable' } });
  expect(file.page.structure.inside.length).toBeGreaterThan(0);
  expect(file.versions.extension).toMatch(/^\d/);
  expect(content).toContain('page-unreadable');
  for (const { nick, text, user, id, room } of rehearsal.stage.said('douyin'))
    for (const word of [nick, text, user, id, room]) {
      // a single letter or digit stands in any file
      if (word.length > 1) expect(content).not.toContain(JSON.stringify(word).slice(1, -1));
    }
});
