import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { readComment } from '../../lib/reply/read.ts';
import type { ShopScript } from '../../lib/shop/schema.ts';
import type { Recorded } from '../../rehearsal/stage.ts';
import { openRehearsal, until } from '../drive/open.ts';
import { percentile } from '../drive/paint.ts';
import { manyScripts } from './reply.ts';
import { readTexts } from './reply-quality.ts';

declare global {
  interface Window {
    /** card's comment → when its replies stood on the screen (ms epoch), and how many they were */
    __answers: Map<string, { at: number; replies: number }>;
    /** tasks over 50 ms, by their start and length in ms since the page was opened */
    __tasks: { start: number; length: number }[];
  }
}

const count = 20_000;
const rate = 200;
const seconds = 30;
/** Questions that stand on the board and are asked again and again. */
const standing = 40;

/**
 * From the console's own script having a comment until the replies to its card have been painted, with 20,000 scripts
 * in the shop's table: a hand that is never late takes each new size and puts it aside, and leaves the other cards.
 */
export async function benchSuggest(): Promise<string[][]> {
  const rehearsal = await openRehearsal({
    platforms: ['douyin'],
    rate,
    comments: comments(),
    pollMs: 50,
    backlog: 0,
    awkward: { pausingList: false },
  });
  try {
    const { stage } = rehearsal;
    await writeScripts(await rehearsal.extensionPage('console.html'));
    const page = await rehearsal.console('douyin');
    const panel = await rehearsal.openPanel('douyin');
    await noteTasks(panel);
    stage.start();
    await panel.waitForSelector('[role="tab"]');
    await takeEachCard(panel);
    const isReady = () =>
      panel.evaluate(() => [...window.__answers.values()].some(({ replies }) => replies > 0));
    await until('the first reply is offered', isReady, 60_000);
    const ready = await panel.evaluate(() => performance.now());
    await wait(2000);
    const since = Date.now();
    await wait(seconds * 1000);
    stage.pause();
    const [answers, tasks, received] = await Promise.all([
      panel.evaluate(() => [...window.__answers]),
      panel.evaluate(() => window.__tasks),
      page.evaluate(() => [...window.__stage.received]),
    ]);
    const from = new Map(received);
    const timed = answers.flatMap(([id, { at, replies }]) => {
      const start = from.get(id);
      return start !== undefined && start >= since ? [{ time: at - start, replies }] : [];
    });
    const times = timed.filter(({ replies }) => replies > 0).map(({ time }) => time);
    const longest = (of: typeof tasks) =>
      of.length === 0
        ? 'none'
        : `${of.length}, longest ${Math.max(...of.map(({ length }) => Math.round(length)))} ms`;
    return [
      ['suggest', 'figure', 'goal'],
      [`${count} scripts: panel opened → first reply`, `${(ready / 1000).toFixed(1)} s`, ''],
      ['… tasks over 50 ms until then', longest(tasks.filter(({ start }) => start < ready)), ''],
      [`${rate}/s: comment → its replies on the screen, p50`, `${percentile(times, 0.5)} ms`, ''],
      ['… p95', `${percentile(times, 0.95)} ms`, ''],
      ['… p99', `${percentile(times, 0.99)} ms`, '≤ 50 ms'],
      ['… cards timed, and those nobody could answer', `${times.length}, ${timed.length - times.length}`, ''],
      ['… tasks over 50 ms', longest(tasks.filter(({ start }) => start >= ready)), 'none'],
    ];
  } finally {
    await rehearsal.close();
  }
}

/** Talk that asks the same few questions, and five times a second a size that nobody asked for before. */
function comments(): Recorded[] {
  const texts = readTexts();
  const asked = texts.filter((text) => readComment(text).isQuestion);
  const told = texts.filter((text) => !readComment(text).isQuestion);
  const talk = Array.from({ length: 2000 }, (_, i) =>
    i % 2 === 0 ? asked[(i / 2) % standing]! : told[(i >> 1) % told.length]!,
  );
  return Array.from({ length: 100_000 }, (_, i) => {
    const turn = i / (rate / 5);
    return Number.isInteger(turn)
      ? { text: `${150 + (turn % 40)} ${80 + Math.floor(turn / 40)}斤穿什么码` }
      : { text: talk[i % talk.length]! };
  });
}

/** Fills the shop's table, past our own code: reading a file of so many is not what is measured. */
async function writeScripts(page: Page): Promise<void> {
  // the page has made the table
  await page.waitForSelector('nav');
  const scripts = manyScripts(count).map((script, addedAt): ShopScript => {
    const { id, text, examples, intent, scene, objection } = script;
    return { id, addedAt, text, examples: [...examples], intent, scene, ...(objection && { objection }) };
  });
  for (let i = 0; i < scripts.length; i += 2000) {
    await page.evaluate(
      async (rows) => {
        const opened = indexedDB.open('live-room-copilot');
        const database = await new Promise<IDBDatabase>((done, fail) => {
          opened.onsuccess = () => done(opened.result);
          opened.onerror = () => fail(opened.error);
        });
        const writing = database.transaction('scripts', 'readwrite');
        for (const row of rows) writing.objectStore('scripts').put(row);
        await new Promise((done, fail) => {
          writing.oncomplete = done;
          writing.onerror = () => fail(writing.error);
        });
        database.close();
      },
      scripts.slice(i, i + 2000),
    );
  }
  await page.close();
}

const noteTasks = (panel: Page): Promise<void> =>
  panel.evaluate(() => {
    window.__tasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        window.__tasks.push({ start: startTime, length: duration });
    }).observe({ type: 'longtask', buffered: true });
  });

/** Clicks each size as soon as it stands there, notes when its replies have been painted, and puts it aside. */
const takeEachCard = (panel: Page): Promise<void> =>
  panel.evaluate(() => {
    window.__answers = new Map();
    const waiting: Element[] = [];
    const taken = new WeakMap<Element, number>();
    let isBusy = false;
    const mostFrames = 60;
    /** Whether what answers the card is still being looked for. */
    const isAsked = () => document.querySelector('[data-asked]') !== null;
    const offered = () => document.querySelectorAll('[role="option"]:not([id^="question-"])').length;
    /** A task after the frame's own work: what was drawn is on the screen by then. */
    const painted = () =>
      new Promise<void>((done) =>
        requestAnimationFrame(() => {
          const after = new MessageChannel();
          after.port1.onmessage = () => done();
          after.port2.postMessage(0);
        }),
      );
    const take = async () => {
      if (isBusy) return;
      isBusy = true;
      for (let card = waiting.shift(); card; card = waiting.shift()) {
        if (!card.isConnected) continue;
        const id = decodeURIComponent(card.id.slice('question-'.length));
        (card as HTMLElement).click();
        // until the scripts are read, the panel says how far that is
        for (let frame = 0; frame === 0 || (isAsked() && frame < mostFrames); frame++) await painted();
        if (!window.__answers.has(id)) window.__answers.set(id, { at: Date.now(), replies: offered() });
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }));
      }
      isBusy = false;
    };
    const look = () => {
      for (const card of document.querySelectorAll('[id^="question-"]')) {
        if (!card.textContent.includes('穿什么码')) continue;
        // one that was taken before the panel could act still stands there
        if (performance.now() - (taken.get(card) ?? Number.NEGATIVE_INFINITY) < 3000) continue;
        taken.set(card, performance.now());
        waiting.push(card);
      }
      void take();
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    setInterval(look, 1000);
    look();
  });
