import { setTimeout as wait } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { PlatformId } from '../../lib/model.ts';
import { type SceneName, type Stage, type StageOptions, startStage } from '../../rehearsal/stage.ts';
import { findBrowser, sandboxSwitches } from '../browser.ts';
import { extensionDir } from './build.ts';

/** A browser with the extension before a stage: what rehearsals, end-to-end tests and benches share. */
export interface Rehearsal {
  stage: Stage;
  browser: Browser;
  /** the platform's console, opened at its real address when first asked for */
  console(platform: PlatformId): Promise<Page>;
  /** another page of a platform, in a tab of its own */
  open(scene: SceneName): Promise<Page>;
  /** the real side panel, opened by a click on the button that the extension puts on a console */
  openPanel(platform: PlatformId): Promise<Page>;
  /** a page of the extension in a tab of its own, such as console.html */
  extensionPage(path: string): Promise<Page>;
  close(): Promise<void>;
}

export interface RehearsalOptions extends StageOptions {
  headless?: boolean;
  /** browser language; zh-CN */
  language?: string;
  /** further switches of the browser */
  switches?: readonly string[];
  /** folder of another build of the extension */
  extension?: string;
}

/** Where Chromium keeps new databases: it moves from one to the other by stages (from 149 on). */
export const backEnds = {
  LevelDB: ['--disable-features=IdbSqliteOnDiskRollout'],
  SQLite: ['--enable-features=IdbSqliteOnDiskRollout:stage/UseSqliteForNewStores'],
} as const;

/** Size of a console's window: a laptop with the panel beside it. */
const windowSize = { width: 1280, height: 900 };

interface BrowserOptions {
  stage: Pick<Stage, 'resolverRules'>;
  headless?: boolean;
  language?: string;
  /** folder of a profile that outlives the browser */
  profile?: string;
  /** without the extension */
  isBare?: boolean;
  extension?: string;
  switches?: readonly string[];
}

/** Starts a browser before a stage; the built extension must be there. */
export async function openBrowser({
  stage,
  headless = true,
  language = 'zh-CN',
  profile,
  isBare = false,
  extension = extensionDir,
  switches = [],
}: BrowserOptions) {
  const browser = await puppeteer.launch({
    executablePath: findBrowser(),
    headless,
    // puppeteer loads extensions over a pipe, which also works where the switch was dropped
    pipe: true,
    // tabs of a muted browser give no sound to who captures them
    ignoreDefaultArgs: ['--mute-audio'],
    ...(profile !== undefined && { userDataDir: profile }),
    enableExtensions: isBare ? false : [extension],
    defaultViewport: headless ? windowSize : null,
    args: [
      `--host-resolver-rules=${stage.resolverRules}`,
      '--ignore-certificate-errors',
      `--lang=${language}`,
      // pages and panel speak what the browser accepts; Debian ships its words apart
      `--accept-lang=${language}`,
      `--window-size=${windowSize.width},${windowSize.height}`,
      '--disable-background-networking',
      '--no-first-run',
      ...sandboxSwitches(),
      ...switches,
    ],
  });
  async function extensionId(): Promise<string> {
    const worker = await browser.waitForTarget((target) => target.url().endsWith('/background.js'));
    return new URL(worker.url()).host;
  }

  return {
    browser,
    async extensionPage(path: string): Promise<Page> {
      const page = await browser.newPage();
      await page.goto(`chrome-extension://${await extensionId()}/${path}`);
      return page;
    },
  };
}

/** Starts stage and browser; the built extension must be there. */
export async function openRehearsal({
  headless = true,
  language = 'zh-CN',
  switches = [],
  extension = extensionDir,
  ...options
}: RehearsalOptions): Promise<Rehearsal> {
  const stage = await startStage(options);
  const { browser, extensionPage } = await openBrowser({ stage, headless, language, switches, extension });
  const opened = new Map<PlatformId, Page>();

  const rehearsal: Rehearsal = {
    stage,
    browser,
    async console(platform) {
      const page = opened.get(platform) ?? (await browser.newPage());
      if (!opened.has(platform)) {
        opened.set(platform, page);
        await page.goto(stage.urls[platform]);
      }
      await page.bringToFront();
      return page;
    },
    async open(scene) {
      const page = await browser.newPage();
      await page.goto(stage.address(scene));
      return page;
    },
    async openPanel(platform) {
      const page = await rehearsal.console(platform);
      const button = await page.waitForSelector('live-copilot-button');
      const box = await button?.boundingBox();
      if (!box) throw new Error('The button that opens the panel is not to be seen.');
      // a closed shadow root: only the pointer finds what is inside
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      const target = await browser.waitForTarget((found) => found.url().includes('sidepanel.html'), {
        timeout: 15_000,
      });
      const panel = await target.asPage();
      panel.on('pageerror', (error) => console.error(`Panel: ${error}`));
      panel.on(
        'console',
        (message) => message.type() === 'error' && console.error(`Panel: ${message.text()}`),
      );
      return panel;
    },
    extensionPage,
    async close() {
      await browser.close();
      await stage.close();
    },
  };
  return rehearsal;
}

/** Waits until `claim` holds; throws with `what` after `timeout` ms. */
export async function until(
  what: string,
  claim: () => Promise<boolean> | boolean,
  timeout = 20_000,
): Promise<void> {
  for (const end = Date.now() + timeout; ; ) {
    if (await claim()) return;
    if (Date.now() > end) throw new Error(`Waited ${timeout / 1000} s in vain: ${what}.`);
    await wait(100);
  }
}
