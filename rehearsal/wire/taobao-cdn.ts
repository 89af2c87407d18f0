import { spoil } from '../hostile.ts';
import type { Comment } from '../player.ts';
import { taobaoComment } from './taobao.ts';
import { type Answer, type Backstage, json, type Visit } from './wire.ts';

/** Answers as impaas.alicdn.com does, for a topic and a span in seconds; null: no such address. */
export function answerMessages({ url }: Visit, stage: Backstage): Answer | null {
  const [, from, to] = /^\/live\/message\/[\w-]+\/(\d+)\/(\d+)$/.exec(url.pathname) ?? [];
  if (!url.hostname.endsWith('.alicdn.com') || from === undefined || stage.feed !== 'known') return null;
  const bad = spoil('taobao', stage);
  if (bad) return json(bad);
  const { room, now, random } = stage;
  // the second that runs is not over
  const endTime = Math.max(Number(from), Math.min(Number(to), Math.floor(now() / 1000)));
  const comments = room.between(Number(from) * 1000, endTime * 1000);
  const payloads = comments.flatMap((comment) => {
    const others = random.chance(0.2) ? [random.pick(otherMessages)] : [];
    return [...others, message(comment, room.id())].map((data) => ({
      data: Buffer.from(data, 'utf8').toString('base64'),
      subType: 10001,
    }));
  });
  return json({ endTime, pullInterval: 4, dataSize: payloads.length, payloads });
}

/** A comment with bare numbers, as seen. */
function message(comment: Comment, liveId: string): string {
  const { commodities: _, ...told } = taobaoComment(comment, liveId);
  const { commentId, timestamp, ...rest } = told;
  const head = commentId ? `"commentId":${commentId},` : '';
  return `{${head}"timestamp":${timestamp},"liveId":${liveId},${JSON.stringify(rest).slice(1)}`;
}

/** Other messages share the way: gifts, likes, and what is no JSON at all. */
const otherMessages = [
  '{"giftName":"小心心","count":1}',
  '{"dig":12,"type":"like"}',
  '\b\u0012\u0001二进制',
  '',
] as const;
