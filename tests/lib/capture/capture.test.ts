import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Capture, startCapture } from '../../../lib/capture/capture.ts';
import type { Env } from '../../../lib/capture/link.ts';
import { createSeen } from '../../../lib/capture/seen.ts';
import { createSequence } from '../../../lib/capture/sequence.ts';
import { heardEvent } from '../../../lib/capture/tap/events.ts';
import { type Database, openDatabase } from '../../../lib/log/database.ts';
import { readEvents } from '../../../lib/log/reader.ts';
import { createWriter, type Writer } from '../../../lib/log/writer.ts';
import type { Request } from '../../../lib/messages.ts';
import { type LiveEvent, PageEvent } from '../../../lib/model.ts';
import { pageAt } from '../../../lib/platforms/index.ts';

const buyin = 'https://buyin.jinritemai.com/dashboard/live/control';
const taobao = 'https://liveplatform.taobao.com/restful/index/live/control?liveId=498000000097';

let now = 0;
let tasks: { at: number; task: () => void }[] = [];
let db: Database;
let writer: Writer;
let open: Capture[] = [];
let ids = 0;
let kept: Request<'cs-bg:append'>[] = [];

beforeEach(() => {
  now = 1_795_340_000_000;
  tasks = [];
  open = [];
  kept = [];
  document.body.innerHTML = '';
  document.title = '';
  db = openDatabase(`capture-${Math.random()}`);
  writer = createWriter(db, { now: () => now, newId: () => `session-${++ids}` });
});
afterEach(async () => {
  for (const capture of open) capture.stop();
  await settle();
  await db.delete();
});

/** The real writer behind the messages of one tab; `isDead` stands for a worker that does not answer. */
function envOf(tab: number, worker = { isDead: false }): Env {
  const answer = async (name: string, payload: never): Promise<unknown> => {
    if (worker.isDead) throw new Error('The worker is dead.');
    const { room, stream, events, isAside, ...batch } = payload as Request<'cs-bg:attach'> &
      Request<'cs-bg:append'>;
    if (name === 'cs-bg:attach') return writer.attach({ room, tab, stream, isAside });
    const sound = events.map((event) => PageEvent.safeParse(event).data ?? null);
    return writer.append({ ...batch, stream, tab, events: sound, from: 'page' });
  };
  return {
    now: () => now,
    after: (ms, task) => void tasks.push({ at: now + ms, task }),
    newId: () => `stream-${++ids}`,
    post: answer as Env['post'],
    isHidden: () => false,
    keep: (batch) => void kept.push(batch),
  };
}

/** Enough turns for the database to finish what it was given. */
async function settle(): Promise<void> {
  for (let i = 0; i < 12; i += 1) await new Promise((done) => setTimeout(done, 0));
}

/** Lets the page live on for so long. */
async function pass(ms: number): Promise<void> {
  for (const end = now + ms; now < end; ) {
    now += 250;
    const due = tasks.filter(({ at }) => at <= now);
    tasks = tasks.filter(({ at }) => at > now);
    for (const { task } of due) task();
    for (const capture of open) capture.tick();
    await settle();
  }
}

function start(address: string, { tab = 1, known = fresh(), worker = { isDead: false } } = {}): Capture {
  const url = new URL(address);
  const capture = startCapture({ page: pageAt(url)!, url, document, known, env: envOf(tab, worker) });
  open.push(capture);
  return capture;
}
const fresh = () => ({ sequence: createSequence(), seen: createSeen() });

function hear(url: string, body: unknown): void {
  const detail = JSON.stringify({ via: 'fetch', url, body: JSON.stringify(body), seenAt: now });
  document.dispatchEvent(new CustomEvent(heardEvent, { detail }));
}
const hearDouyin = (room: string, comments: [id: string, text: string][]) =>
  hear('https://buyin.jinritemai.com/api/anchor/comment/info?', {
    code: 0,
    data: {
      internal_ext: `wss_push_room_id:${room}|wss_push_did:1`,
      comment_infos: comments.map(([comment_id, content]) => ({
        comment_id,
        uid: '2',
        nick_name: '甲',
        content,
      })),
    },
  });

async function sessions() {
  const all = await db.sessions.toArray();
  const found = all.map(async (session) => {
    const { events } = await readEvents(db, session.id);
    const texts = events.flatMap((event) => (event.kind === 'comment' ? [event.text] : []));
    return { room: session.roomId, texts, events: events as LiveEvent[], ended: session.endedAt !== null };
  });
  return (await Promise.all(found)).sort((a, b) => a.room.localeCompare(b.room));
}
const rooms = async () => Object.fromEntries((await sessions()).map(({ room, texts }) => [room, texts]));

test('what is said before the room is known waits for its id', async () => {
  start(buyin);

  hearDouyin('77', [['1', '早']]);
  await pass(500);

  expect(await rooms()).toEqual({ '77': ['早'] });
});

test('a room that stays unknown is kept under its address, and renamed when it tells its id', async () => {
  start(buyin);
  document.body.innerHTML = '<div class="commentList-1"></div>';
  await pass(3000);
  const list = document.querySelector('.commentList-1')!;
  list.innerHTML =
    '<div class="commentItem-1"><span class="nickname-1">乙：</span><span class="description-1">多少钱</span></div>';
  await pass(4000);
  const before = await rooms();

  hearDouyin('77', [['1', '还有吗']]);
  await pass(1000);

  expect(before).toEqual({ 'page:buyin.jinritemai.com/dashboard/live/control': ['多少钱'] });
  expect(await rooms()).toEqual({ '77': ['多少钱', '还有吗'] });
});

test('another room id begins another session, and comments stay in theirs', async () => {
  start(buyin);

  hearDouyin('77', [['1', '旧房间']]);
  await pass(500);
  hearDouyin('78', [
    ['1', '旧房间'],
    ['2', '新房间'],
  ]);
  await pass(500);
  hearDouyin('77', [['3', '又回来']]);
  await pass(500);

  expect(await rooms()).toEqual({ '77': ['旧房间', '又回来'], '78': ['新房间'] });
});

test('a reload brings in nothing twice, and marks what it finds as backlog', async () => {
  const first = start(buyin);
  hearDouyin('77', [
    ['1', '甲一'],
    ['2', '甲二'],
  ]);
  await pass(1000);
  first.stop();
  await pass(250);

  start(buyin);
  hearDouyin('77', [
    ['1', '甲一'],
    ['2', '甲二'],
    ['3', '甲三'],
  ]);
  await pass(1000);

  const [session] = await sessions();
  const comments = session!.events.filter((event) => event.kind === 'comment');
  expect(comments.map(({ text, backlog }) => [text, backlog])).toEqual([
    ['甲一', true],
    ['甲二', true],
    ['甲三', true],
  ]);
});

test('a dead worker loses and doubles nothing', async () => {
  const worker = { isDead: false };
  start(buyin, { worker });
  hearDouyin('77', [['1', '一']]);
  await pass(500);

  worker.isDead = true;
  hearDouyin('77', [['2', '二']]);
  await pass(3000);
  worker.isDead = false;
  hearDouyin('77', [['3', '三']]);
  await pass(6000);

  expect(await rooms()).toEqual({ '77': ['一', '二', '三'] });
});

test('a worker that dies while the session is asked for is asked again at once, and nothing is lost', async () => {
  const worker = { isDead: true };
  start(buyin, { worker });
  hearDouyin('71', [['1', '多少钱']]);
  await pass(500);
  worker.isDead = false;

  await pass(1000);

  expect((await sessions()).map(({ texts }) => texts)).toEqual([['多少钱']]);
});

test('a second tab on the same room stays silent until the first lets go', async () => {
  start(taobao, { tab: 1 });
  await pass(500);
  const second = start(taobao, { tab: 2 });
  hear('https://h5api.m.taobao.com/h5/mtop.taobao.iliad.comment.query.anchorlatest/3.0/', {
    ret: ['SUCCESS::ok'],
    data: {
      comments: [
        { commentId: '5', publisherNick: '乙', content: '包邮吗', timestamp: String(now), renders: {} },
      ],
    },
  });
  await pass(1000);
  const held = second.session();

  open.shift()?.stop();
  await writer.release(1);
  await pass(6000);

  expect(held).toBeNull();
  expect(second.session()).toMatch(/^session-/);
  expect(await rooms()).toEqual({ '498000000097': ['包邮吗'] });
});

test('a session that a person closed is left alone', async () => {
  const capture = start(buyin);
  hearDouyin('77', [['1', '一']]);
  await pass(500);
  await writer.close(capture.session()!);

  hearDouyin('77', [['2', '二']]);
  await pass(10_000);

  expect(await rooms()).toEqual({ '77': ['一'] });
  expect(capture.session()).toBeNull();
});

test('the end of the broadcast is told once, and the page shown afterwards begins none', async () => {
  const first = start(buyin);
  hearDouyin('77', [['1', '一']]);
  await pass(1000);
  document.body.innerHTML =
    '<div class="auxo-modal-content"><svg class="liveOverCloseIcon-1"></svg>直播已结束</div>';
  await pass(5000);
  first.stop();
  start(buyin);
  await pass(5000);

  const all = await sessions();
  expect(all).toHaveLength(1);
  expect(all[0]?.ended).toBe(true);
  expect(all[0]?.events.filter((event) => event.kind === 'room').map(({ phase }) => phase)).toEqual([
    'live',
    'ended',
  ]);
});

test('forged and broken messages are counted and bring nothing else about', async () => {
  start(buyin);
  hearDouyin('77', [['1', '一']]);
  await pass(500);
  const forge = (detail: unknown) => document.dispatchEvent(new CustomEvent(heardEvent, { detail }));

  for (const detail of [null, {}, '', 'x', '[]', '{"via":"pigeon"}', '{"via":"fetch","url":1,"body":""}'])
    forge(detail);
  forge(JSON.stringify({ via: 'fetch', url: '/api/anchor/comment/info', body: '{"code":', seenAt: 'never' }));
  await pass(3000);

  const [session] = await sessions();
  const health = session!.events.findLast((event) => event.kind === 'health');
  expect(session!.texts).toEqual(['一']);
  expect(health).toMatchObject({ feed: 1, dropped: { malformed: 8 } });
});

test('a page that slept says for how long', async () => {
  start(buyin);
  hearDouyin('77', [['1', '一']]);
  await pass(1000);
  const asleep = now;
  now += 600_000;

  hearDouyin('77', [
    ['2', '二'],
    ['3', '三'],
  ]);
  await pass(1000);
  hearDouyin('77', [['4', '四']]);
  await pass(6000);

  const [session] = await sessions();
  expect(session!.events.filter((event) => event.kind === 'gap')).toMatchObject([
    { from: asleep, reason: 'asleep', lost: 0, recovered: 2 },
  ]);
});

const row = (nick: string, text: string) =>
  `<div class="commentItem-1"><span class="nickname-1">${nick}：</span><span class="description-1">${text}</span></div>`;
const showRows = (rows: readonly string[]) => {
  document.body.innerHTML = '<div class="commentList-1"></div>';
  document.querySelector('.commentList-1')!.innerHTML = rows.join('');
};

test('a reload after which only the list is left brings in nothing twice, and what is new', async () => {
  start(buyin);
  hearDouyin('77', [
    ['1', '多少钱'],
    ['2', '来了'],
    ['3', '多少钱'],
  ]);
  await pass(1000);
  open.shift()?.stop();
  await pass(250);

  showRows([
    row('甲', '多少钱'),
    row('甲', '来了'),
    row('甲', '多少钱'),
    row('甲', '来了'),
    row('乙', '新来的'),
  ]);
  start(buyin);
  hear('https://buyin.jinritemai.com/api/anchor/livepc/playinfo?', { code: 0, data: { room_id: '77' } });
  await pass(12_000);

  expect(await rooms()).toEqual({ '77': ['多少钱', '来了', '多少钱', '来了', '新来的'] });
});

test('rows that are drawn only after the session was found are met with the log, too', async () => {
  start(buyin);
  hearDouyin('77', [
    ['1', '多少钱'],
    ['2', '来了'],
  ]);
  await pass(1000);
  open.shift()?.stop();
  start(buyin);
  hear('https://buyin.jinritemai.com/api/anchor/livepc/playinfo?', { code: 0, data: { room_id: '77' } });
  await pass(2000);

  showRows([row('甲', '多少钱'), row('甲', '来了')]);
  await pass(2000);
  document.querySelector('.commentList-1')!.insertAdjacentHTML('beforeend', row('甲', '来了'));
  await pass(12_000);

  expect(await rooms()).toEqual({ '77': ['多少钱', '来了', '来了'] });
});

test('another account in the same console begins another session, also while its room is unknown', async () => {
  const shop = (name: string, rows: readonly string[]) => {
    showRows(rows);
    document.body.insertAdjacentHTML(
      'afterbegin',
      `<span class="btn-item-role-exchange-name__title">${name}</span>`,
    );
  };
  start(buyin);
  shop('甲店', [row('乙', '甲店的')]);
  await pass(9000);

  shop('乙店', [row('乙', '乙店的')]);
  await pass(9000);

  expect(await rooms()).toEqual({
    'page:buyin.jinritemai.com/dashboard/live/control#甲店': ['甲店的'],
    'page:buyin.jinritemai.com/dashboard/live/control#乙店': ['乙店的'],
  });
});

test('a page that was away tells since when, and how much of it its backlog had', async () => {
  start(buyin);
  hearDouyin('77', [['1', '一']]);
  await pass(1000);
  open[0]!.farewell();
  await settle();
  open.shift()?.stop();
  const left = now;
  now += 20_000;

  start(buyin);
  hearDouyin('77', [
    ['1', '一'],
    ['2', '二'],
  ]);
  await pass(8000);

  const [session] = await sessions();
  expect(session!.events.filter((event) => event.kind === 'gap')).toMatchObject([
    { reason: 'page-away', from: left, to: left + 20_000, recovered: 1, lost: 0 },
  ]);
});

test('a quiet room goes on saying that it is watched', async () => {
  showRows([]);
  start(buyin);
  for (let second = 0; second < 65; second += 1) {
    hearDouyin('77', []);
    await pass(1000);
  }

  const [session] = await sessions();
  const health = session!.events.filter((event) => event.kind === 'health');
  expect(health.length).toBeGreaterThanOrEqual(3);
  expect(health.at(-1)).toMatchObject({
    trouble: null,
    pulse: { hook: true, ways: { feed: true, list: true }, firstAt: null, perMinute: 0, waiting: 0 },
  });
});

test('a page that moves while nothing of it is understood is called so within ten seconds', async () => {
  start(buyin);
  document.body.innerHTML = '<div class="x"></div>';
  for (let second = 0; second < 9; second += 1) {
    document
      .querySelector('.x')!
      .insertAdjacentHTML('beforeend', `<div><b>甲</b><i>第${'一二三四五六七八九'[second]}句话</i></div>`);
    await pass(1000);
  }

  const [session] = await sessions();
  const health = session!.events.findLast((event) => event.kind === 'health');
  expect(health).toMatchObject({ trouble: 'page-unreadable', pulse: { ways: { feed: false, list: false } } });
});

test('a list whose rows nobody knows is told from a quiet one, with and without a feed', async () => {
  start(buyin);
  showRows([]);
  for (let second = 0; second < 9; second += 1) {
    document
      .querySelector('.commentList-1')!
      .insertAdjacentHTML('beforeend', `<p><b>甲</b><i>第${'一二三四五六七八九'[second]}句话</i></p>`);
    await pass(1000);
  }
  const health = async () => (await sessions())[0]!.events.findLast((event) => event.kind === 'health');
  const without = await health();
  hearDouyin('77', [['1', '一']]);
  await pass(3000);

  expect(without).toMatchObject({ trouble: 'page-unreadable', pulse: { ways: { list: false } } });
  expect(await health()).toMatchObject({
    trouble: 'rows-unreadable',
    pulse: { ways: { feed: true, list: false } },
  });
});

test('what was not receipted when the page goes is kept, with its place in the stream', async () => {
  const worker = { isDead: false };
  const capture = start(buyin, { worker });
  hearDouyin('77', [['1', '一']]);
  await pass(1000);
  const session = capture.session();
  worker.isDead = true;
  hearDouyin('77', [['2', '二']]);
  await pass(500);

  capture.farewell();
  const [left] = kept;
  await writer.append({ ...left!, from: 'page', events: left!.events as LiveEvent[] });

  expect(left!.session).toBe(session);
  expect(await rooms()).toEqual({ '77': ['一', '二'] });
});
