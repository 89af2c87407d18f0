import type { LoggedEvent } from '../model.ts';
import { maskLeaks } from '../moderate/leaks.ts';

/** A name of which only the first character can be read; the stars do not tell its length. */
const maskName = (name: string): string => (name ? `${[...name][0]}***` : '');

/**
 * What a number or address that names somebody has for certain: eleven digits close together, the word for an account,
 * an @, a road with a number. Much cheaper to look for than the things themselves.
 */
const mayLeak =
  /(?:[\d０-９零〇一二三四五六七八九幺①-⑨][^\d０-９零〇一二三四五六七八九幺①-⑨]{0,5}){11}|[@＠]|[微薇威徽溦v]信|[vw]x|wechat|qq|扣扣|企鹅|[+＋加➕]\s?[qv]|[路街道巷弄同区园苑村寓厦场社里城府庄][东西南北中]?[段侧]?[\d０-９①-⑨一二三四五六七八九十百]/i;

/** A viewer's words without the numbers, accounts and addresses that name somebody; as long as before. */
export const maskWords = (text: string): string => (mayLeak.test(text) ? maskLeaks(text) : text);

/**
 * An event without what names a viewer: no user id, of the nick one character, in their words stars for telephone
 * numbers and the like. What we wrote ourselves stays as it was written.
 */
export function maskEvent(event: LoggedEvent): LoggedEvent {
  if (event.kind === 'lack') return { ...event, text: maskWords(event.text) };
  if (event.kind !== 'comment' && event.kind !== 'audience') return event;
  // what is undefined is written nowhere; the others keep their order
  const masked = { ...event, userId: undefined } as Partial<Record<'userId' | 'nick' | 'text', string>>;
  if (event.nick !== undefined) masked.nick = maskName(event.nick);
  if (event.kind === 'comment' && !event.anchor) masked.text = maskWords(event.text);
  return masked as LoggedEvent;
}
