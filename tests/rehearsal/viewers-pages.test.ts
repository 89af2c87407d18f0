// @vitest-environment node
import { request } from 'node:https';
import { gunzipSync } from 'node:zlib';
import protobuf from 'protobufjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type SceneName, type Stage, startStage } from '../../rehearsal/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage({
    platforms: ['taobao', 'kuaishou'],
    seed: 4,
    rate: 100,
    backlog: 5,
    kuaishouPush: 'both',
  });
}, 20_000);
afterAll(() => stage.close());

/** Asks the stage for an address as a browser with its resolver rules would. */
function ask(address: string): Promise<{ status: number; text: string }> {
  const url = new URL(address);
  const options = { host: '127.0.0.1', port: stage.port, path: url.pathname + url.search };
  return new Promise((resolve, reject) => {
    const sent = request(
      { ...options, headers: { host: url.host }, rejectUnauthorized: false },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
        );
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

const places: [SceneName, string][] = [
  ['taobao-qianniu', 'taobao'],
  ['taobao-shell', 'taobao-shell'],
  ['taobao-viewer', 'taobao-viewer'],
  ['kuaishou-viewer', 'kuaishou-viewer'],
];
test.each(places)('%s stands at its real address with its script', async (scene, script) => {
  const page = await ask(stage.address(scene));

  expect(page.status).toBe(200);
  expect(page.text).toContain(`/assets/${script}.js`);
  expect((await ask(new URL(`/assets/${script}.js`, stage.address(scene)).href)).status).toBe(200);
});

test('the message CDN brings what came in a span of seconds, with bare ids in base64', async () => {
  const now = Math.floor(Date.now() / 1000);
  const answer = JSON.parse((await ask(`https://impaas.alicdn.com/live/message/498/0/${now}`)).text);

  const told = answer.payloads.map(({ data }: { data: string }) =>
    Buffer.from(data, 'base64').toString('utf8'),
  );
  const comments = told.filter((text: string) => text.includes('publisherNick'));
  expect(answer.endTime).toBeLessThanOrEqual(now);
  expect(comments.length).toBeGreaterThan(2);
  expect(comments.join()).toMatch(/"commentId":\d{10,}/);
  expect(
    JSON.parse((await ask(`https://impaas.alicdn.com/live/message/498/${now + 5}/${now + 9}`)).text),
  ).toMatchObject({
    payloads: [],
  });
});

test('Kuaishou’s socket stands where the page is told, and brings a comment by both pushes', async () => {
  const room = JSON.parse(
    /<script type="application\/json" id="boot">(.*?)<\/script>/.exec(
      (await ask(stage.address('kuaishou-viewer'))).text,
    )?.[1] ?? '{}',
  ).roomId;
  const where = JSON.parse(
    (await ask(`https://live.kuaishou.com/live_api/liveroom/websocketinfo?caver=2&liveStreamId=${room}`))
      .text,
  );
  const socket = new WebSocket(`wss://127.0.0.1:${stage.port}/websocket`, {
    headers: { host: new URL(where.data.websocketUrls[0]).host },
    rejectUnauthorized: false,
  });
  const frames: Buffer[] = [];
  await new Promise<void>((resolve, reject) => {
    socket.on('message', (data) => {
      frames.push(data as Buffer);
      if (frames.length >= 3) resolve();
    });
    socket.on('error', reject);
  });
  socket.terminate();

  const { root } = protobuf.parse(
    'syntax = "proto3"; message M { int32 payloadType = 1; int32 compressionType = 2; bytes payload = 3; }',
  );
  const type = root.lookupType('M');
  const read = frames.map((frame) => type.toObject(type.decode(frame)));
  expect(where.data.result).toBe(1);
  expect(read.map(({ payloadType }) => payloadType)).toEqual(expect.arrayContaining([310, 829]));
  const rich = read.find(({ payloadType }) => payloadType === 829);
  expect(gunzipSync(rich?.payload).toString('utf8')).toContain(`${room}_`);
});
