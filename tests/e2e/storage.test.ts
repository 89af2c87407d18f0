import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { compare } from '../../scripts/drive/compare.ts';
import { backEnds, openRehearsal, type Rehearsal, until } from '../../scripts/drive/open.ts';
import { readPages, readStored } from '../../scripts/drive/stored.ts';

let rehearsal: Rehearsal;
afterEach(() => rehearsal?.close());

const places = Object.entries(backEnds);

test.each(places)(
  '%s: what came while the database was blocked is stored, and packed once its tab is gone',
  async (_, switches) => {
    rehearsal = await openRehearsal({ platforms: ['douyin'], rate: 10, seed: 4, switches });
    const broadcast = await rehearsal.console('douyin');
    const panel = await rehearsal.openPanel('douyin');
    const other = await rehearsal.extensionPage('icon/icon.svg');
    rehearsal.stage.start();
    await panel.waitForSelector('[id^="question-"]');

    // one connection that never lets go, and an upgrade that waits for it: every other one waits behind
    await other.evaluate(
      () =>
        new Promise<void>((done) => {
          const holding = indexedDB.open('live-room-copilot');
          holding.onsuccess = () => {
            const upgrading = indexedDB.open('live-room-copilot', 9990);
            upgrading.onblocked = () => done();
            upgrading.onsuccess = () => upgrading.result.close();
            Object.assign(window, { unblock: () => holding.result.close() });
          };
        }),
    );
    const blockedAt = Date.now();
    await panel.waitForFunction(() =>
      document.querySelector('[role="alert"]')?.textContent?.includes('数据库'),
    );
    await wait(2000);
    await other.evaluate(() => (window as unknown as { unblock(): void }).unblock());
    await wait(5000);
    rehearsal.stage.pause();
    await rehearsal.stage.settle();

    const said = rehearsal.stage.said('douyin');
    expect(said.filter(({ at }) => at > blockedAt).length).toBeGreaterThan(50);
    const log = await rehearsal.extensionPage('console.html');
    const difference = async () =>
      compare(
        said,
        (await readStored(log)).flatMap((found) => found.events),
      );
    await until('all is stored', async () => (await difference()).lost.length === 0, 15_000).catch(() => {});
    expect(await difference()).toEqual({ lost: [], doubled: [], invented: [] });
    await panel.waitForFunction(() => !document.querySelector('[role="alert"]'));

    await broadcast.close();
    await until('all is packed', async () => (await readPages(log)).every((page) => 'gzip' in page), 10_000);
    expect(await difference()).toEqual({ lost: [], doubled: [], invented: [] });
  },
);
