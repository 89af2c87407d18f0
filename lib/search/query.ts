import { type PlatformId, platformIds } from '../model.ts';
import { type Intent, intents } from '../reply/types.ts';
import { type Days, readDays } from './days.ts';

/** What can stand before a colon, and its twin in the other language. */
export const prefixes = {
  user: ['用户', 'user'],
  room: ['房间', 'room'],
  platform: ['平台', 'platform'],
  date: ['日期', 'date'],
  rule: ['规则', 'rule'],
  intent: ['意图', 'intent'],
} as const;
export type Prefix = keyof typeof prefixes;

/** One thing that is asked for, or with `not` kept out. */
export type Clause = { not: boolean } & (
  | { by: 'text'; value: string; isPhrase: boolean }
  | { by: 'user' | 'room' | 'rule'; value: string }
  | { by: 'platform'; value: PlatformId }
  | { by: 'intent'; value: Intent }
  | { by: 'date'; value: Days }
);

export interface Query {
  clauses: Clause[];
  /** pieces whose value means nothing, such as 日期:某天 */
  unread: { prefix: Prefix; value: string }[];
}

/** What platforms, intents and rules are called on the screen, by that name. */
export interface Names {
  platforms: Readonly<Record<string, PlatformId>>;
  intents: Readonly<Record<string, Intent>>;
  rules: Readonly<Record<string, string>>;
}

/**
 * Reads what a person typed: words, "phrases", `prefix:value`, each with a minus before it to keep it out. Clauses of
 * one prefix are alternatives; all others must hold. A prefix without a value is still being typed and counts for
 * nothing. `now` in ms epoch, for 昨天 and the like. Never throws.
 */
export function parseQuery(typed: string, names: Names, now: number): Query {
  const query: Query = { clauses: [], unread: [] };
  for (const { not, prefix, value, isPhrase } of piecesOf(typed)) {
    if (value.trim() === '') continue;
    if (prefix === null) {
      query.clauses.push({ not, by: 'text', value, isPhrase });
      continue;
    }
    const clause = clauseOf(prefix, value.trim(), names, now);
    if (clause) query.clauses.push({ not, ...clause } as Clause);
    else query.unread.push({ prefix, value });
  }
  return query;
}

function clauseOf(prefix: Prefix, value: string, names: Names, now: number): object | null {
  const lower = value.toLowerCase();
  switch (prefix) {
    case 'platform': {
      const platform = names.platforms[lower] ?? platformIds.find((id) => id === lower);
      return platform ? { by: prefix, value: platform } : null;
    }
    case 'intent': {
      const intent = names.intents[lower] ?? intents.find((id) => id === lower);
      return intent ? { by: prefix, value: intent } : null;
    }
    case 'date': {
      const days = readDays(lower, now);
      return days ? { by: prefix, value: days } : null;
    }
    case 'rule':
      return { by: prefix, value: names.rules[lower] ?? value };
    default:
      return { by: prefix, value };
  }
}

interface Piece {
  not: boolean;
  prefix: Prefix | null;
  value: string;
  isPhrase: boolean;
}

const words = Object.values(prefixes).flat().join('|');
const quoted = '"[^"]*"?|“[^”]*”?|「[^」]*」?';
/** minus, prefix without a value; or minus, prefix, value */
const piece = new RegExp(
  `([-－])?(${words})[:：](?=\\s|$)|([-－])?(?:(${words})[:：])?(${quoted}|[^\\s"“「]+)`,
  'giu',
);

function piecesOf(typed: string): Piece[] {
  return [...typed.slice(0, longestQuery).matchAll(piece)].map(([, , , minus, word, value = '']) => {
    const isPhrase = /^["“「]/u.test(value);
    const bare = isPhrase ? value.slice(1).replace(/["”」]$/u, '') : value;
    return { not: minus !== undefined, prefix: word ? prefixOf(word) : null, value: bare, isPhrase };
  });
}

/** Longer ones were pasted by mistake (UTF-16 units). */
const longestQuery = 500;

function prefixOf(word: string): Prefix {
  const entries = Object.entries(prefixes) as [Prefix, readonly string[]][];
  return entries.find(([, twins]) => twins.includes(word.toLowerCase()))![0];
}
