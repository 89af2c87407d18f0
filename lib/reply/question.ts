import { conceptNumber, concepts } from './concepts.ts';
import table from './data/reading.json' with { type: 'json' };
import type { Sense } from './sense.ts';
import { type Intent, intents } from './types.ts';

/** Whether the comment puts its words as a question: 吗, 什么, A-not-A, A 还是 B, a question mark. */
export const soundsAsking = ({ text, asks, terms }: Sense): boolean =>
  asks ||
  asksPlainly(text) ||
  (alternative.test(text) && terms.length > 1) ||
  terms.some(({ concept, text: word }) => misspelt.has(concept) && !text.includes(word));

/** Whether a clause asks in so many words. */
export const asksPlainly = (clause: string): boolean => interrogative.test(clause.replace(rhetorical, ''));

/** The clauses beside the one that asks; none when all do or none does. */
export function asideOf({ text, asking }: Sense): string {
  if (!text.includes(' ')) return '';
  const clauses = text.split(/[ ?]+/);
  const beside = clauses.filter((clause) => !asking.includes(clause) && !asksPlainly(clause));
  return beside.length < clauses.length ? beside.join(' ') : '';
}

/** Whether it waits for an answer: what sounds asking, requests, and questions that left their 吗 out. */
export function isQuestion(comment: Sense, intent: Intent): boolean {
  if (intent === 'injection' || intent === 'abuse' || intent === 'spam') return false;
  if (soundsAsking(comment)) return true;
  const { text, terms, slots } = comment;
  const has = (numbers: ReadonlySet<number>) => terms.some(({ concept }) => numbers.has(concept));
  if (has(requests) || (requesting.test(text) && terms.length > 0)) return true;
  if (intent === 'size' && slots.height !== undefined) return true;
  if (intent === 'praise' || intent === 'complaint' || intent === 'other' || intent === 'vote') return false;
  if (has(statements)) return false;

  const strong = terms.filter(({ concept }) => isStrong(concept)).length;
  const unknown = terms.reduce((sum, { concept, text: word }) => sum + (concept < 0 ? word.length : 0), 0);
  if (strong === 0 || unknown > 4) return false;
  if (/[呢吧]$/.test(text)) return unknown < 2 || text.endsWith('吧');
  if (has(denials)) return false;
  const bare = terms.length === 1 && text.length <= 6;
  return bare || has(enabling);
}

const interrogative =
  /什么|多少|几(?!乎)|哪|怎么|怎样|如何|为何|是否|[吗?]|谁(?=能|可|有|会|家|出)|多[大久长宽高重厚远]|么(?= |$|这|那)|[对是]吧|干嘛/;
const rhetorical =
  /没什么|什么都|哪都|怎么都|多少都|怎么(?:这么|那么)|什么(?:垃圾|玩意|破)|多大的(?=码|孩|宝|娃|锅)|几(?:天|次|个|件)了/g;
/** 尺码表发一下, 吊牌给看看 */
const requesting = /(?:发|给|拍)(?:一下|下|我|我看|看|看看|看下|看一下)/;
const alternative = /[^ ]还是(?![这那没有不])[^ ]/;

/** 什摸, 怎莫: read by their sound, so the pattern above misses them */
const misspelt: ReadonlySet<number> = new Set(
  concepts.flatMap(({ name, group }, number) => (group === 'ask' && name !== 'ask.soft' ? [number] : [])),
);

const named = (list: string): ReadonlySet<number> => new Set(list.split(' ').map(conceptNumber));
const requests = named(table.requests);
const statements = named(table.statements);
const enabling = named(table.enabling);
const denials = named('neg.not');
const own = new Set<string>(intents);
const isStrong = (concept: number): boolean =>
  concept >= 0 && concepts[concept]!.weight >= 2 && own.has(concepts[concept]!.group);
