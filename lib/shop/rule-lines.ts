import { type Incoming, incomingScript, type ScriptDraft } from './incoming.ts';

/**
 * Reads what people paste: a reply a line, or 问题|回复, or the rule lines of other tools, 关键词/同义|回复1|回复2,
 * also with their `[or]` and `[and]`. Several replies become one script whose wordings take turns.
 */
export function readRuleLines(text: string): Incoming<ScriptDraft>[] {
  return text.split(/\r\n|[\r\n]/).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const [first = '', ...replies] = line.split(/[|｜]/).map((part) => part.trim());
    const [keywords, said] = replies.length === 0 ? ['', [first]] : [first, replies];
    const examples = splitKeywords(keywords);
    return joinWordings(said).map((words) => incomingScript(index + 1, { text: words, examples }));
  });
}

/** Questions from a cell of keywords: any of 甲/乙, 甲[or]乙; all of 甲[and]乙. */
export const splitKeywords = (keywords: string): string[] =>
  keywords
    .split(/[/、\n;；|]|\[or\]/i)
    .map((one) => one.replace(/\s*\[and\]\s*/gi, '').trim())
    .filter((one) => one !== '');

/** Several replies as one script; as many scripts when a slash or braces of their own stand in the way. */
export function joinWordings(replies: readonly string[]): string[] {
  const all = replies
    .flatMap((reply) => reply.split(/\[or\]/i))
    .map((one) => one.trim())
    .filter((one) => one !== '');
  if (all.length < 2) return [all[0] ?? ''];
  return all.some((one) => /[{}/|]/.test(one)) ? all : [`{${all.join('/')}}`];
}
