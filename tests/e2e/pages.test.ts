import { setTimeout as wait } from 'node:timers/promises';
import { describe, test } from 'vitest';
import type { AudienceEvent, LoggedEvent, MetricEvent, PlatformId } from '../../lib/model.ts';
import { calm, type Said, type SceneName, type StageOptions } from '../../rehearsal/stage.ts';
import { openRehearsal, until } from '../../scripts/drive/open.ts';
import { readStored } from '../../scripts/drive/stored.ts';

interface Row {
  scene: SceneName;
  platform: PlatformId;
  /** what is told of this case */
  how: string;
  options?: StageOptions;
  /** which path brings most of the comments */
  source: 'feed' | 'dom';
  /** kinds of events that must be there besides comments */
  also?: readonly LoggedEvent['kind'][];
  /** deeds of these kinds must be there, each once */
  did?: readonly AudienceEvent['what'][];
  metrics?: readonly MetricEvent['name'][];
  /** the first of the eight products is being explained */
  isExplained?: true;
  /** frames that only the page can open are counted */
  isSealed?: true;
}

const douyinViewer = {
  scene: 'douyin-viewer',
  platform: 'douyin',
  source: 'feed',
  did: ['enter', 'like', 'follow', 'fanclub', 'gift', 'share'],
  metrics: ['online', 'viewers', 'likes'],
  isExplained: true,
} as const satisfies Partial<Row>;

/** One line for each way a page can be read. */
const rows: readonly Row[] = [
  {
    scene: 'douyin',
    platform: 'douyin',
    how: 'by its feed',
    source: 'feed',
    metrics: ['online', 'viewers', 'orders', 'sales'],
    isExplained: true,
  },
  {
    scene: 'douyin-shop',
    platform: 'douyin',
    how: 'by its rows',
    options: { feed: 'hidden', awkward: calm },
    source: 'dom',
    isExplained: true,
  },
  {
    scene: 'compass',
    platform: 'douyin',
    how: 'by the feeds of 2026-03',
    source: 'feed',
    did: ['enter', 'like', 'follow', 'fanclub', 'order'],
    metrics: ['online', 'orders'],
  },
  {
    scene: 'compass-talent',
    platform: 'douyin',
    how: 'by the feeds of 2026-08',
    source: 'feed',
    did: ['order'],
    metrics: ['online', 'viewers', 'orders', 'sales'],
  },
  { scene: 'eos', platform: 'douyin', how: 'by an answer nobody has described', source: 'feed' },
  {
    scene: 'eos',
    platform: 'douyin',
    how: 'by its rows',
    options: { feed: 'hidden', awkward: calm },
    source: 'dom',
  },
  { ...douyinViewer, how: 'by frames' },
  { ...douyinViewer, how: 'by frames as Blobs', options: { viewerTransport: 'blob' } },
  { ...douyinViewer, how: 'by answers to fetch', options: { viewerTransport: 'fetch' } },
  { ...douyinViewer, how: 'by answers to XHR', options: { viewerTransport: 'xhr' } },
  { ...douyinViewer, how: 'by frames, spoiled', options: { awkward: { hostile: true } } },
  { scene: 'taobao', platform: 'taobao', how: 'by its feed', source: 'feed', also: ['goods', 'metric'] },
  {
    scene: 'taobao-qianniu',
    platform: 'taobao',
    how: 'by its feed',
    source: 'feed',
    also: ['goods', 'metric'],
  },
  {
    scene: 'taobao-qianniu',
    platform: 'taobao',
    how: 'by its rows',
    options: { feed: 'hidden', taobaoList: 'rebuilt', awkward: calm },
    source: 'dom',
  },
  {
    scene: 'taobao-shell',
    platform: 'taobao',
    how: 'in its frame',
    source: 'feed',
    also: ['goods', 'metric'],
  },
  { scene: 'taobao-viewer', platform: 'taobao', how: 'by both feeds', source: 'feed' },
  {
    scene: 'taobao-viewer',
    platform: 'taobao',
    how: 'by both feeds, spoiled',
    options: { awkward: { hostile: true } },
    source: 'feed',
  },
  {
    scene: 'taobao-viewer',
    platform: 'taobao',
    how: 'by the query',
    options: { taobaoFeeds: 'query' },
    source: 'feed',
  },
  {
    scene: 'taobao-viewer',
    platform: 'taobao',
    how: 'by the CDN',
    options: { taobaoFeeds: 'cdn' },
    source: 'feed',
  },
  {
    scene: 'taobao-viewer',
    platform: 'taobao',
    how: 'by its rows',
    options: { feed: 'hidden', awkward: calm },
    source: 'dom',
  },
  { scene: 'kuaishou', platform: 'kuaishou', how: 'by React', source: 'feed', also: ['goods', 'metric'] },
  {
    scene: 'kuaishou',
    platform: 'kuaishou',
    how: 'by React under react-virtuoso',
    options: { kuaishouList: 'virtuoso' },
    source: 'feed',
    also: ['goods', 'metric'],
  },
  {
    scene: 'kuaishou-viewer',
    platform: 'kuaishou',
    how: 'by either push',
    // who repeats a sentence at once, and by the other push, cannot be told from a twin
    options: { awkward: { twice: 0 } },
    source: 'feed',
    also: ['audience', 'metric'],
  },
  {
    scene: 'kuaishou-viewer',
    platform: 'kuaishou',
    how: 'by both pushes at once',
    options: { kuaishouPush: 'both' },
    source: 'feed',
    also: ['audience', 'metric'],
  },
  {
    scene: 'kuaishou-viewer',
    platform: 'kuaishou',
    how: 'by rich text, spoiled',
    options: { kuaishouPush: 'rich', awkward: { hostile: true } },
    source: 'feed',
  },
  {
    scene: 'kuaishou-viewer',
    platform: 'kuaishou',
    how: 'by its rows, the socket sealed',
    options: { kuaishouPush: 'sealed', awkward: calm },
    source: 'dom',
    isSealed: true,
  },
];

/** Who said what, how often: ids differ between the feeds of a page. */
function tally(comments: readonly Pick<Said, 'nick' | 'text'>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { nick, text } of comments) {
    const key = `${nick}: ${text}`.replace(/\s+/g, ' ').trim();
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

const deedKey = ({ what, id, nick }: Pick<AudienceEvent, 'what' | 'id' | 'nick'>) => `${what} ${id} ${nick}`;

// a row mostly waits
describe.concurrent('every page', () => {
  test.for(rows)(
    '$scene is read $how, each comment once and in one session, a reload included',
    async (row, { expect, onTestFinished }) => {
      const { scene, platform, options, source, also = [], did = [], metrics = [] } = row;
      const rehearsal = await openRehearsal({
        platforms: [platform],
        seed: 11,
        rate: 15,
        pollMs: 500,
        ...options,
        awkward: { pausingList: false, ...options?.awkward },
      });
      onTestFinished(() => rehearsal.close());
      const page = await rehearsal.open(scene);
      const errors: unknown[] = [];
      // a script that comes cut off breaks in the page by itself
      const isPagesOwn = (error: unknown) =>
        Boolean(row.options?.awkward?.hostile) && String(error).includes('SyntaxError');
      page.on('pageerror', (error) => isPagesOwn(error) || errors.push(error));
      const log = await rehearsal.extensionPage('console.html');
      await page.bringToFront();

      rehearsal.stage.start();
      await wait(4000);
      await page.reload();
      await wait(4000);
      rehearsal.stage.pause();
      await rehearsal.stage.settle();

      const said = rehearsal.stage.said(platform);
      const events = async () => (await readStored(log)).flatMap((found) => found.events);
      const comments = async () => (await events()).filter((event) => event.kind === 'comment');
      const done = rehearsal.stage.did(platform).filter(({ what }) => did.includes(what));
      const deeds = async () => (await events()).filter((event) => event.kind === 'audience');
      const isAll = async () =>
        (await comments()).length >= said.length &&
        (did.length === 0 || (await deeds()).length >= done.length);
      await until('all is stored', isAll, 8000).catch(() => {});
      // what comes too much comes late
      await wait(3000);

      const stored = await comments();
      expect(tally(stored)).toEqual(tally(said));
      expect(said.length).toBeGreaterThan(40);
      expect(stored.filter((event) => event.source === source).length).toBeGreaterThan(0.9 * stored.length);
      expect(await readStored(log)).toHaveLength(1);
      const kinds = new Set((await events()).map(({ kind }) => kind));
      expect([...also].filter((kind) => !kinds.has(kind))).toEqual([]);
      if (did.length > 0) expect((await deeds()).map(deedKey).sort()).toEqual(done.map(deedKey).sort());
      const figures = (await events()).flatMap((event) => (event.kind === 'metric' ? [event.name] : []));
      expect(figures).toEqual(expect.arrayContaining([...metrics]));
      if (row.isExplained) {
        const shelf = (await events()).findLast((event) => event.kind === 'goods');
        expect(shelf?.items).toHaveLength(8);
        expect(shelf?.explaining).toBe(shelf?.items[0]?.id);
      }
      const health = (await events()).findLast((event) => event.kind === 'health');
      expect((health?.dropped.sealed ?? 0) > 0).toBe(row.isSealed ?? false);
      expect(errors).toEqual([]);
    },
  );
});
