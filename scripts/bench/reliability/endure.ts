import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { type PlatformId, platformIds } from '../../../lib/model.ts';
import { compare } from '../../drive/compare.ts';
import { openRehearsal, until } from '../../drive/open.ts';
import { readStored, type StoredSession } from '../../drive/stored.ts';

/** What came of a broadcast under hard conditions. */
export interface Endured {
  said: number;
  lost: number;
  /** of them by platform */
  lostOn: Partial<Record<PlatformId, number>>;
  /** said to the page, which threw it away before its list ever held it, and stored by no other way: not lost by us */
  unlisted: number;
  doubled: number;
  invented: number;
  kills: number;
  reloads: number;
  /** share of the time that each console was hidden, the smallest */
  hidden: number;
  gaps: number;
  sessions: number;
  /**
   * said between a page's going and its coming back. The stage hands these to the next page; of a real console's
   * only what its backlog still shows can be known.
   */
  unheard: number;
}

interface Hardship {
  /** comments per second and room */
  rate: number;
  seconds: number;
  seed: number;
}

const killEvery = 5000;
const reloadEvery = 30_000;
const turnEvery = 3000;

/** Counts in the page for how long it is hidden. */
const noteHidden = () => {
  const counted = window as unknown as { __hidden: { hidden: number; all: number } };
  counted.__hidden = { hidden: 0, all: 0 };
  setInterval(() => {
    counted.__hidden.all += 1;
    if (document.hidden) counted.__hidden.hidden += 1;
  }, 1000);
};

/**
 * Three rooms at once while the worker is killed every five seconds, each page is reloaded every thirty, and the
 * consoles take turns in front, so that each is hidden two thirds of the time. The stage keeps what was said while
 * no page asked, and hands it to the next one: so nothing is unknowable, and everything must be stored, once.
 */
export async function endure({ rate, seconds, seed }: Hardship): Promise<Endured> {
  const rehearsal = await openRehearsal({ rate, seed, awkward: { pausingList: false } });
  try {
    const { stage } = rehearsal;
    const pages: Page[] = [];
    for (const platform of platformIds) {
      const page = await rehearsal.console(platform);
      await page.evaluateOnNewDocument(noteHidden);
      await page.evaluate(noteHidden);
      pages.push(page);
    }
    const log = await rehearsal.extensionPage('console.html');
    const workers = await log.createCDPSession();
    await workers.send('ServiceWorker.enable');
    const counts = { kills: 0, reloads: 0 };
    const shares: number[] = [];
    const away: { platform: PlatformId; from: number; to: number }[] = [];
    stage.start();

    const end = Date.now() + seconds * 1000;
    let [killAt, reloadAt, turnAt, turn] = [Date.now() + killEvery, Date.now() + reloadEvery / 3, 0, 0];
    while (Date.now() < end) {
      const now = Date.now();
      if (now >= turnAt) {
        await pages[turn++ % pages.length]!.bringToFront();
        turnAt = now + turnEvery;
      }
      if (now >= killAt) {
        await workers.send('ServiceWorker.stopAllWorkers');
        counts.kills += 1;
        killAt = now + killEvery;
      }
      if (now >= reloadAt) {
        const place = counts.reloads % pages.length;
        const page = pages[place]!;
        shares.push(await hiddenShare(page));
        const from = Date.now();
        await page.reload({ waitUntil: 'domcontentloaded' });
        away.push({ platform: platformIds[place]!, from, to: Date.now() });
        counts.reloads += 1;
        reloadAt = now + reloadEvery / pages.length;
      }
      await wait(100);
    }
    stage.pause();
    for (const page of pages) shares.push(await hiddenShare(page));
    await stage.settle();

    const said = platformIds.flatMap((platform) => stage.said(platform));
    let sessions: StoredSession[] = [];
    await until(
      'all is stored',
      async () => {
        sessions = await readStored(log);
        return sessions.reduce((sum, { session }) => sum + session.comments, 0) >= said.length;
      },
      60_000,
    ).catch(() => {});
    // what comes too much comes late
    await wait(5000);
    sessions = await readStored(log);
    const unlisted = new Map<string, number>();
    for (const page of pages)
      for (const name of await page.evaluate(
        () => JSON.parse(localStorage.getItem('unlisted') ?? '[]') as string[],
      ))
        unlisted.set(name, (unlisted.get(name) ?? 0) + 1);
    const missing = platformIds.map((platform) =>
      compare(
        stage.said(platform),
        sessions.filter(({ session }) => session.platform === platform).flatMap(({ events }) => events),
      ),
    );
    const all = missing.map(({ lost, ...rest }) => ({
      ...rest,
      lost: lost.filter(({ hasId, id, text }) => !takeOne(unlisted, hasId ? id : text)),
    }));
    const sum = (count: (one: (typeof all)[0]) => number) =>
      all.reduce((total, one) => total + count(one), 0);
    return {
      said: said.length,
      lost: sum((one) => one.lost.length),
      unlisted: missing.reduce((total, { lost }, i) => total + lost.length - all[i]!.lost.length, 0),
      lostOn: Object.fromEntries(all.map(({ lost }, i) => [platformIds[i], lost.length])),
      doubled: sum((one) => one.doubled.length),
      invented: sum((one) => one.invented.length),
      ...counts,
      hidden: Math.min(...shares.filter((share) => !Number.isNaN(share))),
      gaps: sessions.flatMap(({ events }) => events).filter(({ kind }) => kind === 'gap').length,
      sessions: sessions.length,
      unheard: away.reduce(
        (total, { platform, from, to }) =>
          total + stage.said(platform).filter(({ at }) => at >= from && at < to).length,
        0,
      ),
    };
  } finally {
    await rehearsal.close();
  }
}

/** Whether one was left; then there is one less. */
function takeOne(counts: Map<string, number>, name: string): boolean {
  const left = counts.get(name) ?? 0;
  counts.set(name, left - 1);
  return left > 0;
}

const hiddenShare = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { hidden, all } = (window as unknown as { __hidden: { hidden: number; all: number } }).__hidden;
    return all < 5 ? Number.NaN : hidden / all;
  });
