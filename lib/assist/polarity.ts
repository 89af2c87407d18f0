/** Whether a word stands affirmed, denied, or asked about (有没有运费险): what is asked is no promise. */
export type Polarity = 'yes' | 'no' | 'asked';

/** The polarity of the word that starts at `at` in a clause; two denials affirm. */
export function polarityAt(clause: string, at: number): Polarity {
  const before = clause
    .slice(Math.max(0, at - 10), at)
    .replace(/不仅|不但|不光|不止|不只|无论|不管|不用担心|没问题|别急/g, '＿＿');
  if (/(.)[不没]\1[^＿]{0,2}$|是否[^＿]{0,2}$|有没有?$/.test(before)) return 'asked';
  const run =
    /(?:[不没无非未别勿难禁]|拒绝|停止|暂停|取消|是|能|会|可以?|得|支持|提供|含|属于|算|有|要|用|需要?|带|包|给|让|再|太|做|接受|一定|保证|承诺|办理|参加|享受|任何|的|已|经)*$/.exec(
      before,
    )?.[0] ?? '';
  const denials = run.match(/[不没无非未别勿难禁]|拒绝|停止|暂停|取消/g)?.length ?? 0;
  return denials % 2 === 1 ? 'no' : 'yes';
}

/** Whether a clause as a whole denies: an odd number of denials, questions like 能不能 left out. */
export const isDenied = (clause: string): boolean =>
  (clause
    .replace(
      /(.)[不没]\1|是否|有没有|不仅|不但|不光|不止|不只|无论|不管|不用担心|没问题|无理由|别急|不好意思|不着急|特别|差别|区别|级别/g,
      '',
    )
    .match(/[不没无非未别勿慎]|禁止|拒绝|避免|停止|停用/g)?.length ?? 0) %
    2 ===
  1;
