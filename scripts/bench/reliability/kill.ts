import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { textOf } from '../../../lib/log/page.ts';
import { createRandom } from '../../../rehearsal/random.ts';
import { startStage } from '../../../rehearsal/stage.ts';
import { openBrowser } from '../../drive/open.ts';
import { readPages, readStored } from '../../drive/stored.ts';

/** What was left after the browser was killed many times. */
export interface Killed {
  kills: number;
  /** comments that the page had when it was killed, in all */
  had: number;
  /** of them not stored though they had come more than 300 ms before */
  lostOld: number;
  /** of them not stored, within the last 300 ms */
  lostFresh: number;
  /** age in ms of the oldest one lost */
  oldest: number;
  doubled: number;
  /** records that fail their checksum, and holes in the numbering */
  corrupt: number;
  /** gaps in the log, one for each time away */
  gaps: number;
}

/** What is younger may be on its way. */
const fresh = 300;

/** Kills the browser at random moments of a busy broadcast, each time in the same profile, and reads what is left. */
export async function killBrowser(kills: number, seed = 1): Promise<Killed> {
  const random = createRandom(seed, 'kills');
  const profile = mkdtempSync(join(tmpdir(), 'live-copilot-'));
  const stage = await startStage({
    platforms: ['douyin'],
    rate: 200,
    pollMs: 200,
    awkward: { pausingList: false },
  });
  const found: Killed = {
    kills,
    had: 0,
    lostOld: 0,
    lostFresh: 0,
    oldest: 0,
    doubled: 0,
    corrupt: 0,
    gaps: 0,
  };
  /** id → when the page had it, and how long before the end that was */
  const had = new Map<string, number>();
  try {
    for (let i = 0; i < kills; i++) {
      const { browser, extensionPage } = await openBrowser({ stage, profile });
      const page = await browser.newPage();
      await page.goto(stage.urls.douyin);
      stage.start();
      if (i === 0) await extensionPage('console.html');
      const received = new Map<string, number>();
      const killAt = Date.now() + 2000 + random() * 4000;
      for (let seen = 0; Date.now() < killAt; ) {
        const fresh = await page.evaluate((from) => [...window.__stage.received].slice(from), seen);
        seen += fresh.length;
        for (const [id, at] of fresh) received.set(id, at);
        await wait(10);
      }
      const end = Date.now();
      browser.process()!.kill('SIGKILL');
      for (const [id, at] of received) if (!had.has(id)) had.set(id, end - at);
      stage.pause();
      await new Promise((done) => browser.process()!.once('exit', done));
      // longer than what counts as a noticeable time away
      await wait(3000);
    }
    const { browser, extensionPage } = await openBrowser({ stage, profile });
    const log = await extensionPage('console.html');
    const sessions = await readStored(log);
    const ids = sessions.flatMap(({ events }) =>
      events.flatMap((event) => (event.kind === 'comment' ? [event.id] : [])),
    );
    const stored = new Set(ids);
    const lost = [...had].filter(([id]) => !stored.has(id)).map(([, age]) => age);
    found.had = had.size;
    found.lostOld = lost.filter((age) => age > fresh).length;
    found.lostFresh = lost.length - found.lostOld;
    found.oldest = Math.max(0, ...lost);
    found.doubled = ids.length - stored.size;
    found.gaps = sessions.flatMap(({ events }) => events).filter(({ kind }) => kind === 'gap').length;
    const texts = await Promise.all((await readPages(log)).map(textOf));
    found.corrupt = texts.filter((text) => text === null).length;
    for (const { session, events } of sessions)
      found.corrupt +=
        events.filter(({ seq }, i) => seq !== i).length + Math.abs(session.events - events.length);
    await browser.close();
    return found;
  } finally {
    await stage.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
