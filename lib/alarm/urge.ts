/** Hours in which minors are to be left alone, by the clock of the law's land (UTC+8, no summer time). */
const night = { from: 22, to: 8 };
const zone = 8 * 3_600_000;
const hour = 3_600_000;

/** Words that push to buy now: 引诱下单, not what a product is or costs. */
const urging =
  /(?:快|赶紧|赶快|马上|立刻|抓紧)(?:来|去)?(?:拍|抢|下单|买|冲|囤|上车)|抢购|手慢无|再不(?:抢|拍|买)|错过(?:就)?(?:没|不再)|最后\d*(?:单|件|组|波|分钟)|闭眼(?:入|买|拍)|冲冲冲|拼手速|倒计时|只剩\d*(?:单|件|组)|马上(?:涨价|恢复原价)|叫(?:爸|妈|家长)/;

/** Whether a text pushes to buy. */
export const urges = (text: string): boolean => urging.test(text);

/** The words of a text that push to buy, where they are said between 22:00 and 08:00 in China; null for none. */
export function urgeAtNight(text: string, at: number): string | null {
  const hours = Math.floor((at + zone) / hour) % 24;
  if (hours < night.from && hours >= night.to) return null;
  return urging.exec(text)?.[0] ?? null;
}
