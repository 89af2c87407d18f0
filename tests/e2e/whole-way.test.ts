import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { type PlatformId, platformIds } from '../../lib/model.ts';
import type { StageOptions } from '../../rehearsal/stage.ts';
import { compare } from '../../scripts/drive/compare.ts';
import { openRehearsal, type Rehearsal, until } from '../../scripts/drive/open.ts';
import { readStored } from '../../scripts/drive/stored.ts';

let rehearsal: Rehearsal;
afterEach(() => rehearsal?.close());

const nothing = { lost: [], doubled: [], invented: [] };

/** Events of all sessions of a platform, read from the disk. */
async function stored(log: Page, platform: PlatformId) {
  const sessions = await readStored(log);
  return sessions.filter(({ session }) => session.platform === platform);
}

/** Waits until as much is stored as was said, then compares. */
async function expectAllStored(log: Page, platforms: readonly PlatformId[]): Promise<void> {
  await rehearsal.stage.settle();
  for (const platform of platforms) {
    const said = rehearsal.stage.said(platform);
    const events = async () => (await stored(log, platform)).flatMap((found) => found.events);
    await until(
      `${said.length} comments of ${platform} are stored`,
      async () => (await events()).filter((event) => event.kind === 'comment').length >= said.length,
      10_000,
    ).catch(() => {});
    // what comes too much comes late
    await wait(1500);
    expect({ platform, ...compare(said, await events()) }).toEqual({ platform, ...nothing });
    expect(said.length).toBeGreaterThan(20);
  }
}

const ways: (StageOptions & { name: string })[] = [
  {
    name: 'fetch, module classes, recycled rows, virtualized list',
    douyinTransport: 'fetch',
    douyinClasses: 'module',
    taobaoList: 'recycled',
    kuaishouList: 'virtualized',
  },
  {
    name: 'XHR, dashed classes, rebuilt rows, virtuoso list',
    douyinTransport: 'xhr',
    douyinClasses: 'dash',
    taobaoList: 'rebuilt',
    kuaishouList: 'virtuoso',
  },
];

describe.each(ways)('with $name', ({ name: _, ...options }) => {
  test('every comment that was on the page is in the log, once', async () => {
    rehearsal = await openRehearsal({ ...options, rate: 20, seed: 3 });
    for (const platform of platformIds) await rehearsal.console(platform);
    const log = await rehearsal.extensionPage('console.html');

    rehearsal.stage.start();
    await wait(10_000);
    rehearsal.stage.pause();

    await expectAllStored(log, platformIds);
  });
});

test('a killed worker and reloaded pages lose nothing and double nothing', async () => {
  rehearsal = await openRehearsal({ rate: 20, seed: 5 });
  const pages = [];
  for (const platform of platformIds) pages.push(await rehearsal.console(platform));
  const log = await rehearsal.extensionPage('console.html');
  const workers = await log.createCDPSession();
  await workers.send('ServiceWorker.enable');

  rehearsal.stage.start();
  for (let i = 0; i < 6; i++) {
    await wait(1500);
    await workers.send('ServiceWorker.stopAllWorkers');
    await wait(700);
    await pages[i % 3]?.reload();
  }
  await wait(1500);
  rehearsal.stage.pause();

  await expectAllStored(log, platformIds);
});

test('a page that changes its room begins a new session, and an ended live ends it', async () => {
  rehearsal = await openRehearsal({ rate: 10, seed: 7 });
  for (const platform of platformIds) await rehearsal.console(platform);
  const log = await rehearsal.extensionPage('console.html');
  rehearsal.stage.start();
  await wait(4000);

  for (const platform of platformIds) await rehearsal.stage.changeRoom(platform);
  await wait(4000);
  for (const platform of platformIds) await rehearsal.stage.endLive(platform);

  for (const platform of platformIds) {
    const rooms = [...new Set(rehearsal.stage.said(platform).map(({ room }) => room))];
    const sessions = () => stored(log, platform);
    await until(`${platform} has ended`, async () =>
      (await sessions()).some(({ session }) => session.endedAt !== null),
    );
    const found = await sessions();
    expect(found.map(({ session }) => session.roomId).sort()).toEqual(rooms.sort());
    for (const { session, events } of found) {
      const said = rehearsal.stage.said(platform).filter(({ room }) => room === session.roomId);
      expect({ room: session.roomId, ...compare(said, events) }).toEqual({
        room: session.roomId,
        ...nothing,
      });
    }
  }
});

test('hostile payloads and forged events are dropped and counted, and never stop capture', async () => {
  rehearsal = await openRehearsal({ rate: 20, seed: 9, awkward: { hostile: true } });
  const errors: string[] = [];
  for (const platform of platformIds) {
    const page = await rehearsal.console(platform);
    page.on('pageerror', (error) => errors.push(`${platform}: ${error}`));
  }
  const log = await rehearsal.extensionPage('console.html');

  rehearsal.stage.start();
  await wait(8000);
  rehearsal.stage.pause();

  await expectAllStored(log, platformIds);
  for (const platform of platformIds)
    await until(`${platform} tells what it dropped`, async () => {
      const health = (await stored(log, platform))
        .flatMap(({ events }) => events)
        .findLast((event) => event.kind === 'health');
      return health !== undefined && health.dropped.malformed + health.dropped.oversized > 0;
    });
  expect(errors).toEqual([]);
});
