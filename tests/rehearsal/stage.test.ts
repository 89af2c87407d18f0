// @vitest-environment node
import { request } from 'node:https';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Stage, startStage } from '../../rehearsal/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage({ seed: 4, rate: 100, pollMs: 50, backlog: 5 });
}, 20_000);

afterAll(() => stage.close());

/** Asks the stage for an address as a browser with its resolver rules would. */
function ask(address: string, body?: string, on = stage): Promise<{ status: number; text: string }> {
  const url = new URL(address);
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: on.port,
      path: url.pathname + url.search,
      method: body === undefined ? 'GET' : 'POST',
      headers: { host: url.host },
      rejectUnauthorized: false,
    };
    const sent = request(options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('stage', () => {
  test.each(['douyin', 'taobao', 'kuaishou'] as const)(
    'serves the %s console and its script',
    async (platform) => {
      const page = await ask(stage.urls[platform]);
      const script = await ask(new URL(`/assets/${platform}.js`, stage.urls[platform]).href);

      expect(page.status).toBe(200);
      expect(page.text).toContain(`/assets/${platform}.js`);
      expect(script.status).toBe(200);
      expect(script.text.length).toBeGreaterThan(1000);
    },
  );

  test('serves the 抖店 console, too, and nothing it does not know', async () => {
    const shop = await ask('https://fxg.jinritemai.com/ffa/buyin/dashboard/live/control');
    const unknown = await ask('https://buyin.jinritemai.com/nothing');

    expect(shop.status).toBe(200);
    expect(unknown.status).toBe(404);
  });

  test('answers Douyin’s feed with the fields of the real one', async () => {
    const { text } = await ask(
      'https://buyin.jinritemai.com/api/anchor/comment/info?comment_query_type=1&cursor=',
    );
    const { text: info } = await ask('https://buyin.jinritemai.com/api/anchor/livepc/playinfo');

    const feed = JSON.parse(text);
    expect(feed.code ?? feed.st).toBe(0);
    expect(feed.data.comment_infos).toHaveLength(5);
    expect(Object.keys(feed.data.comment_infos[0])).toEqual(
      expect.arrayContaining(['uid', 'nick_name', 'content', 'tags']),
    );
    expect(feed.data.next_fetch_interval).toBe(50);
    expect(feed.data.internal_ext).toContain(
      `wss_push_room_id:${JSON.parse(info).data.room_id}|wss_push_did:`,
    );
  });

  test('returns what is sent on Douyin as the broadcaster’s own row', async () => {
    const sent = await ask(
      'https://buyin.jinritemai.com/api/anchor/comment/operate_v2',
      JSON.stringify({ operate_type: 2, content: '今天下单今天发' }),
    );
    const feed = JSON.parse((await ask('https://buyin.jinritemai.com/api/anchor/comment/info?cursor=')).text);

    const row = feed.data.comment_infos.at(-1);
    expect(JSON.parse(sent.text).code).toBe(0);
    expect(row.content).toBe('今天下单今天发');
    expect(feed.data.internal_ext).toContain(`wss_push_did:${row.uid}|`);
  });

  test('answers Taobao’s feed as JSONP under the callback asked for', async () => {
    const { text } = await ask(
      'https://h5api.m.taobao.com/h5/mtop.taobao.iliad.comment.query.anchorlatest/3.0/?callback=mtopjsonp7&data=%7B%7D',
    );

    const [, body = ''] = /^ mtopjsonp7\((.*)\)$/s.exec(text) ?? [];
    const { ret, data } = JSON.parse(body);
    expect(ret).toEqual(['SUCCESS::调用成功']);
    expect(data.comments).toHaveLength(5);
    expect(data.comments[0]).toMatchObject({
      content: expect.any(String),
      publisherNick: expect.any(String),
      tbNick: expect.any(String),
      timestamp: expect.stringMatching(/^\d{13}$/),
      renders: { commentType: 'normal', isAddCart: expect.stringMatching(/^[01]$/) },
    });
    expect(JSON.parse(data.paginationContext)).toHaveProperty('cursor');
  });

  test('tells Kuaishou’s room and sends what nobody can read', async () => {
    const current = JSON.parse(
      (await ask('https://zs.kwaixiaodian.com/rest/pc/live/assistant/live/current', '{}')).text,
    );
    const socket = new WebSocket(`wss://127.0.0.1:${stage.port}/websocket/${current.data.liveStreamId}`, {
      headers: { host: 'zs.kwaixiaodian.com' },
      rejectUnauthorized: false,
    });
    const frame = await new Promise<Buffer>((resolve, reject) => {
      socket.on('message', (data) => resolve(data as Buffer));
      socket.on('error', reject);
    });
    socket.terminate();

    expect(current.result).toBe(1);
    expect(frame.length).toBeGreaterThan(100);
    expect(frame.toString('utf8')).not.toContain('comment');
  });

  test('says nothing before a page is open', () => {
    stage.start();

    expect(stage.said('kuaishou')).toEqual([]);
  });

  test('names what it does not have', async () => {
    const small = await startStage({ platforms: ['taobao'] });

    expect(() => small.said('douyin')).toThrow('No douyin on this stage. There is: taobao.');
    await small.close();
  });
});

describe('a hostile stage', () => {
  test('spoils some answers and loses nothing by it', async () => {
    const feedAddress = 'https://buyin.jinritemai.com/api/anchor/comment/info?cursor=';
    const hostile = await startStage({
      platforms: ['douyin'],
      backlog: 30,
      awkward: { hostile: true, ids: 'quoted', withoutId: 0 },
    });
    const got = new Set<string>();
    let spoiled = 0;
    for (let i = 0; i < 40; i++) {
      const { text } = await ask(feedAddress, undefined, hostile);
      try {
        const feed = JSON.parse(text);
        if (typeof feed.data.cursor !== 'string') throw new Error('no feed');
        for (const { comment_id } of feed.data.comment_infos) got.add(comment_id);
      } catch {
        spoiled += 1;
      }
    }
    await hostile.close();

    expect(spoiled).toBeGreaterThan(2);
    expect(got.size).toBe(30);
  });
});
