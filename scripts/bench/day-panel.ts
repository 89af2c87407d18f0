import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { defaultWatch } from '../../lib/alarm/watch.ts';
import { alarmKinds, type Watch } from '../../lib/model.ts';
import { calm } from '../../rehearsal/stage.ts';
import { openRehearsal } from '../drive/open.ts';
import { percentile } from '../drive/paint.ts';

declare global {
  interface Window {
    /** watched word → when the line above the tabs told of it (ms epoch) */
    __alarms: Map<string, number>;
  }
}

const rate = 200;
const count = 60;
const words = Array.from({ length: count }, (_, i) => `暗号${String.fromCharCode(0x4e00 + i * 97)}`);

/** From the stage saying the comment that tips an alarm until the real panel's line tells of it, in a room of 200/s. */
export async function benchAlarmDelay(): Promise<string[][]> {
  const rehearsal = await openRehearsal({
    platforms: ['douyin'],
    rate,
    pollMs: 50,
    backlog: 0,
    awkward: calm,
  });
  try {
    const { stage } = rehearsal;
    await writeWatch(await rehearsal.extensionPage('console.html'));
    await rehearsal.console('douyin');
    const panel = await rehearsal.openPanel('douyin');
    await panel.waitForSelector('[role="tab"]');
    await panel.evaluate(() => {
      window.__alarms = new Map();
      new MutationObserver(() => {
        const told = /暗号./.exec(document.querySelector('[data-risk] b')?.textContent ?? '')?.[0];
        if (told && !window.__alarms.has(told))
          requestAnimationFrame(() => setTimeout(() => window.__alarms.set(told, Date.now())));
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    stage.start();
    // what alarms go by has to stand in the log first
    await wait(8000);
    const said = new Map<string, number>();
    for (const word of words) {
      said.set(word, Date.now());
      stage.say('douyin', `我说${word}`, `喊话${word}`);
      await wait(800);
    }
    await wait(3000);
    const told = new Map(await panel.evaluate(() => [...window.__alarms]));
    const delays = [...said].flatMap(([word, at]) => {
      const shown = told.get(word);
      return shown === undefined ? [] : [shown - at];
    });
    return [
      [`alarms told in the panel at ${rate}/s, of ${count}`, String(delays.length), String(count)],
      ['comment to alarm, median', `${percentile(delays, 0.5).toFixed(0)} ms`, ''],
      ['comment to alarm, p99', `${percentile(delays, 0.99).toFixed(0)} ms`, '≤ 1,000 ms'],
    ];
  } finally {
    await rehearsal.close();
  }
}

/** Only words are watched, and each is told at once. */
async function writeWatch(page: Page): Promise<void> {
  // the page has made the table
  await page.waitForSelector('nav');
  const watch: Watch = {
    ...defaultWatch,
    off: alarmKinds.filter((kind) => kind !== 'word'),
    words: words.map((text) => ({ text, people: 1 })),
  };
  await page.evaluate(
    (value: Watch) =>
      new Promise<void>((done, fail) => {
        const request = indexedDB.open('live-room-copilot');
        request.onerror = () => fail(request.error);
        request.onsuccess = () => {
          const db = request.result;
          const put = db.transaction('settings', 'readwrite');
          put.objectStore('settings').put({ id: 'watch', value });
          put.oncomplete = () => {
            db.close();
            done();
          };
        };
      }),
    watch,
  );
  await page.close();
}
