import type { CommentEvent, PlatformId } from '../../lib/model.ts';
import { createCrowd } from '../../rehearsal/crowd.ts';
import { createIds } from '../../rehearsal/ids.ts';
import { createRandom, type Random } from '../../rehearsal/random.ts';
import { lines } from '../../rehearsal/viewers.ts';

/** What people put before and after what they say: no two nights repeat the script. */
const heads = [
  '',
  '',
  '',
  '',
  '主播',
  '老板',
  '请问',
  '那个',
  '想问下',
  '宝子们',
  '我',
  '急急急',
  '弱弱问一句',
];
const tails = [
  '',
  '',
  '',
  '',
  '呀',
  '啊',
  '呢',
  '吗',
  '～',
  '！',
  '？？',
  '谢谢',
  '😂',
  '[捂脸]',
  '哈哈哈',
  '在线等',
];

/**
 * Comments of a long night, the same for the same seed: the rehearsal's script by its crowd, with heads, tails,
 * sizes and now and then two lines in one, so that few repeat. `rate` per second from `from` (ms epoch) on.
 */
export function* nightOf({
  platform = 'douyin',
  seed,
  from,
  rate = 20,
}: {
  platform?: PlatformId;
  seed: number;
  from: number;
  rate?: number;
}): Generator<CommentEvent> {
  const random = createRandom(seed, 'night');
  const crowd = createCrowd(platform, seed, 20_000);
  const idAt = createIds(platform, seed);
  for (let at = from; ; at += Math.floor(random() * (2000 / rate))) {
    const viewer = random.chance(0.7) ? crowd.anyone(random) : crowd.stranger();
    yield {
      kind: 'comment',
      at,
      seenAt: at + random.int(900),
      id: idAt(at),
      idKind: 'feed',
      userId: viewer.user,
      nick: viewer.nick,
      text: wordsOf(random),
      source: 'feed',
      ...(viewer.badges.length > 0 && { badges: [...viewer.badges] }),
    };
  }
}

function wordsOf(random: Random): string {
  const line = random.pick(lines).text;
  const draw = random();
  if (draw < 0.08) return `${140 + random.int(45)} ${80 + random.int(90)}斤 ${line}`;
  if (draw < 0.14) return `${line} ${random.pick(lines).text}`;
  if (draw < 0.2) return `${random.int(60) + 1}号链接${random.pick(tails)}`;
  return `${random.pick(heads)}${line}${random.pick(tails)}`;
}
