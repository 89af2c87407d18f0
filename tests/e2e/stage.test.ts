import puppeteer, { type Browser, type ElementHandle } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { platformIds } from '../../lib/model.ts';
import { calm, type Stage, startStage } from '../../rehearsal/stage.ts';
import { findBrowser, sandboxSwitches } from '../../scripts/browser.ts';

let stage: Stage;
let browser: Browser;

beforeAll(async () => {
  stage = await startStage({ seed: 3, rate: 20, total: 40, pollMs: 200, awkward: calm });
  browser = await puppeteer.launch({
    executablePath: findBrowser(),
    args: [
      `--host-resolver-rules=${stage.resolverRules}`,
      '--ignore-certificate-errors',
      ...sandboxSwitches(),
    ],
  });
});

afterAll(async () => {
  await browser?.close();
  await stage?.close();
});

const boxes = {
  douyin: 'textarea[placeholder^="回复观众或直接发评"]',
  taobao: '#comment-page div.tc-comment-reply textarea',
  kuaishou: 'div[class^="reply-content"] input[type="text"]',
};

/** Writes past React, as a naive script would. */
const assign = (box: ElementHandle) =>
  box.evaluate(async (element) => {
    const input = element as HTMLInputElement;
    input.value = '直接写进去';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise(requestAnimationFrame);
    return input.value;
  });

describe('the stage without the extension', () => {
  test.each(platformIds)('plays %s to the end and returns what is sent', async (platform) => {
    const page = await browser.newPage();
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.goto(stage.urls[platform]);
    const box = await page.waitForSelector(boxes[platform]);
    if (!box) throw new Error('No box.');

    const assigned = await assign(box);
    stage.start();
    await expect.poll(() => stage.isOver(platform), { timeout: 15_000 }).toBe(true);
    await box.type('今天下单，明天发出');
    await box.press('Enter');
    await page.waitForFunction(() => document.body.innerText.includes('今天下单，明天发出'));
    await stage.settle();

    const said = stage.said(platform);
    const received = await page.evaluate(() => [
      ...(window as unknown as { __stage: { received: Map<string, number> } }).__stage.received.keys(),
    ]);
    expect(assigned).toBe('');
    expect(errors).toEqual([]);
    expect(said).toHaveLength(12 + 40 + 1);
    expect(said.at(-1)).toMatchObject({ text: '今天下单，明天发出', anchor: true });
    expect(received.sort()).toEqual(said.map(({ id }) => id).sort());
    await page.close();
  });
});
