import { findLeaks, type LeakKind } from '../moderate/leaks.ts';

/** Longest piece of a comment that goes out, in UTF-16 units. */
const longest = 200;

/**
 * A viewer's words as they may leave this machine: no names that were mentioned, no numbers that are a person's
 * (telephone, order, card, identity, WeChat), no addresses, nothing invisible. Pure.
 */
export function maskComment(text: string): string {
  return withoutLeaks(text.replace(/[\p{Cf}\p{Cc}\p{Co}\u2028\u2029]/gu, ' '))
    .replace(/[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{2,20})+/g, '〔邮箱〕')
    .replace(/[@＠][^\s@＠，。！？,!?：:]{1,20}/gu, '@某人')
    .replace(/(?:https?:\/\/|www\.)\S{1,200}/gi, '〔网址〕')
    .replace(/(?<![\d０-９])(?:[\d０-９][-\s]?){7,30}(?![\d０-９])/g, '〔号码〕')
    .replace(/(?:微信|薇信|威信|v信|vx|wx|wechat|qq|扣扣)\s*号?\s*[:：是]?\s*[a-z\d_-]{4,20}/gi, '〔号码〕')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest)
    .replace(/\p{Cs}/gu, '');
}

const names: Readonly<Record<LeakKind, string>> = {
  phone: '〔号码〕',
  id: '〔号码〕',
  card: '〔号码〕',
  wechat: '〔号码〕',
  qq: '〔号码〕',
  email: '〔邮箱〕',
  address: '〔地址〕',
};

function withoutLeaks(text: string): string {
  let rest = '';
  let done = 0;
  for (const { kind, start, end } of findLeaks(text)) {
    rest += text.slice(done, start) + names[kind];
    done = end;
  }
  return rest + text.slice(done);
}
