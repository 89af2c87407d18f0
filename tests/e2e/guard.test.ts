import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { platformIds } from '../../lib/model.ts';
import { compare } from '../../scripts/drive/compare.ts';
import { openRehearsal, type Rehearsal, until } from '../../scripts/drive/open.ts';
import { readStored } from '../../scripts/drive/stored.ts';

let rehearsal: Rehearsal;
afterEach(() => rehearsal?.close());

const nothing = { lost: [], doubled: [], invented: [] };

test('three rooms at once, one of them twice and one that changes: each comment stands in its own room only', async () => {
  rehearsal = await openRehearsal({ rate: 20, seed: 11 });
  const { stage, browser } = rehearsal;
  for (const platform of platformIds) await rehearsal.console(platform);
  const twin = await browser.newPage();
  await twin.goto(stage.urls.taobao);
  const log = await rehearsal.extensionPage('console.html');

  stage.start();
  await wait(4000);
  await stage.changeRoom('douyin');
  await wait(5000);
  stage.pause();
  await stage.settle();
  await wait(4000);

  const found = await readStored(log);
  const rooms = platformIds.flatMap((platform) => [...new Set(stage.said(platform).map(({ room }) => room))]);
  expect(found.map(({ session }) => session.roomId).sort()).toEqual(rooms.sort());
  for (const { session, events } of found) {
    const said = stage.said(session.platform).filter(({ room }) => room === session.roomId);
    expect({ room: session.roomId, ...compare(said, events) }).toEqual({ room: session.roomId, ...nothing });
  }
});

test('a big screen beside the console joins its session: deeds come in, comments are not doubled', async () => {
  rehearsal = await openRehearsal({ platforms: ['douyin'], rate: 20, seed: 12 });
  const { stage, browser } = rehearsal;
  const screen = await browser.newPage();
  await screen.goto(stage.address('compass'));
  stage.start();
  await wait(3000);
  await rehearsal.console('douyin');
  const log = await rehearsal.extensionPage('console.html');
  await wait(6000);
  stage.pause();
  await stage.settle();
  await wait(4000);

  const found = await readStored(log);
  expect(found).toHaveLength(1);
  const [{ session, events }] = found as [(typeof found)[0]];
  expect(compare(stage.said('douyin'), events)).toEqual(nothing);
  expect(events.filter(({ kind }) => kind === 'audience').length).toBeGreaterThan(0);
  expect(session.asideTab).not.toBe(session.tabId);
});

test('when the console goes the big screen goes on in its place', async () => {
  rehearsal = await openRehearsal({ platforms: ['douyin'], rate: 10, seed: 13 });
  const { stage, browser } = rehearsal;
  const console = await rehearsal.console('douyin');
  const screen = await browser.newPage();
  await screen.goto(stage.address('compass'));
  const log = await rehearsal.extensionPage('console.html');
  stage.start();
  await wait(5000);

  await console.close();
  await until('the screen leads', async () => {
    const [found] = await readStored(log);
    return found?.session.tabId != null && found.session.tabId === found.session.asideTab;
  });
  await wait(3000);
  stage.pause();
  await wait(4000);

  const found = await readStored(log);
  expect(found).toHaveLength(1);
  expect(compare(stage.said('douyin'), found[0]!.events)).toEqual(nothing);
});
