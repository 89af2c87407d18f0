import type { SearchText } from '../../lib/i18n/search.ts';
import type { Text } from '../../lib/i18n/zh-cn.ts';
import { type Prefix, prefixes } from '../../lib/search/query.ts';

/** A way to go on: what the query becomes, and the part that is new. */
export interface Completion {
  label: string;
  typed: string;
}

const most = 24;

/** What could stand at the end of what is typed: values of a prefix, or prefixes that begin so. */
export function complete(
  typed: string,
  text: Pick<Text, 'platforms' | 'intents'> & { search: SearchText },
  values: { rooms: readonly string[]; rules: readonly string[] },
): Completion[] {
  const last = /(?:^|\s)(-?)([^\s"“]*)$/u.exec(typed);
  if (!last) return [];
  const [, minus = '', piece = ''] = last;
  const before = typed.slice(0, typed.length - piece.length - minus.length);
  const [, word, begun = ''] = /^([^:：]+)[:：](.*)$/u.exec(piece) ?? [];
  if (word === undefined) {
    if (piece === '') return [];
    return (Object.keys(prefixes) as Prefix[])
      .filter((prefix) => prefixes[prefix].some((name) => name.startsWith(piece.toLowerCase())))
      .map((prefix) => `${minus}${text.search.prefixes[prefix]}:`)
      .map((label) => ({ label, typed: before + label }));
  }
  const prefix = (Object.keys(prefixes) as Prefix[]).find((one) =>
    (prefixes[one] as readonly string[]).includes(word.toLowerCase()),
  );
  const all: Partial<Record<Prefix, readonly string[]>> = {
    platform: Object.values(text.platforms),
    intent: Object.values(text.intents),
    date: text.search.dates,
    rule: values.rules,
    room: [...new Set(values.rooms)].filter(Boolean),
  };
  return ((prefix && all[prefix]) ?? [])
    .filter((value) => value.toLowerCase().includes(begun.toLowerCase()) && value !== begun)
    .slice(0, most)
    .map((value) => ({
      label: value,
      typed: `${before}${minus}${word}:${/\s/.test(value) ? `"${value}"` : value} `,
    }));
}
