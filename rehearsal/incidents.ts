import type { PlatformId } from '../lib/model.ts';
import type { Stage } from './stage.ts';

/** What may go wrong in a rehearsal. */
export const incidentNames = ['raid', 'stock-out', 'slip', 'sour', 'dead-feed'] as const;
export type IncidentName = (typeof incidentNames)[number];

/** How long the viewers of an incident take for all they say (ms). */
const spread = 12_000;

/** The same few phrases from many accounts: nobody there has bought anything. */
const hostile = [
  '骗子主播，大家别买',
  '垃圾主播滚',
  '太恶心了，骗人的',
  '不要脸的骗子',
  '傻子才买',
  '恶心，举报了',
] as const;

/** People who have bought and are not pleased, each in words of their own. */
const sour = [
  '收到货了，质量太差了',
  '和描述的完全不一样，太失望了',
  '客服一直不回，气死了',
  '穿一次就起球，垃圾',
  '等了十天还没发货，太慢了',
  '尺码不对还不给退，太差了',
  '买回来就是坏的，什么质量',
  '颜色差太多了，难看',
  '掉色严重，后悔买了',
  '包装破了，东西也坏了，差评',
] as const;

/** What makes the incident in the room, and resolves when it is all said and done. */
export async function playIncident(
  name: IncidentName,
  { stage, platform, wait }: { stage: Stage; platform: PlatformId; wait(ms: number): Promise<unknown> },
): Promise<void> {
  switch (name) {
    case 'raid':
      return speak(hostile, 48);
    case 'sour':
      return speak(sour, 40);
    case 'stock-out':
      for (const stock of [18, 6, 0]) {
        stage.setStock(platform, 0, stock);
        await wait(2500);
      }
      for (const text of ['1号链接没货了吗', '1号显示无货', '拍不了，1号没库存']) stage.say(platform, text);
      return;
    case 'slip':
      stage.announce(platform, '这款全网最低价，质量第一，错过再等一年');
      return;
    case 'dead-feed':
      // the page stops asking, and says so only where nobody looks
      await stage.showIdleDialog(platform);
      return;
  }

  async function speak(lines: readonly string[], times: number): Promise<void> {
    for (let i = 0; i < times; i++) {
      stage.say(platform, lines[i % lines.length]!);
      await wait(spread / times);
    }
  }
}
