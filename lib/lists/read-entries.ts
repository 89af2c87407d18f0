import { type Level, productCategories, type Scope } from '../compliance/types.ts';
import { platformIds } from '../model.ts';
import { type ListContent, listLimit, termLimit } from './word-list.ts';

/** One term or phrase as a file has it. */
export interface RawEntry {
  /** counted from 1; in JSON the entry's place */
  line: number;
  text: string;
  level?: string;
  basis?: string;
  /** as a table's columns have it */
  where?: Partial<Record<keyof Scope, string>>;
  /** read already; null when it could not be */
  scope?: Scope | null;
}

/** Why a line is not taken; a repeated one is told, but is no mistake. */
const lineFaults = [
  'too-long',
  'no-letters',
  'unreadable',
  'pattern',
  'level',
  'scope',
  'duplicate',
] as const;
export interface LineFault {
  line: number;
  reason: (typeof lineFaults)[number];
  /** its beginning */
  text: string;
}

/** What of a file can be taken, and what cannot. */
export interface Taken {
  content: ListContent;
  /** the first of them */
  faults: LineFault[];
  /** lines that are wrong */
  faulty: number;
  /** lines that say what another said before */
  repeated: number;
}

const shownFaults = 200;
const longestBasis = 200;

/** Terms and phrases out of what a file has; `level` is for those that name none. Null where there are too many. */
export function takeEntries(entries: Iterable<RawEntry>, level: Level = 'S2'): Taken | null {
  const taken: Taken = { content: { terms: [], allow: [] }, faults: [], faulty: 0, repeated: 0 };
  const { terms, allow } = taken.content;
  const seen = new Set<string>();
  const say = ({ line, text }: RawEntry, reason: LineFault['reason']) => {
    if (reason === 'duplicate') taken.repeated++;
    else taken.faulty++;
    if (taken.faults.length < shownFaults) taken.faults.push({ line, reason, text: text.slice(0, 60) });
  };
  for (const entry of entries) {
    const text = entry.text.replace(invisible, '').trim();
    if (text === '') continue;
    const fault = faultOf(text);
    if (fault) {
      say(entry, fault);
      continue;
    }
    const named = entry.level?.trim() ? levelOf(entry.level) : level;
    if (!named) {
      say(entry, 'level');
      continue;
    }
    const scope = entry.where ? scopeOf(entry.where) : entry.scope;
    if (scope === null) {
      say(entry, 'scope');
      continue;
    }
    const key = entryKey(text, named === 'allow', scope);
    if (seen.has(key)) {
      say(entry, 'duplicate');
      continue;
    }
    seen.add(key);
    const basis = entry.basis?.trim().slice(0, longestBasis);
    if (named === 'allow') allow.push({ text, ...(scope && { scope }) });
    else terms.push({ text, severity: named, ...(scope && { scope }), ...(basis && { basis }) });
    if (terms.length > listLimit || allow.length > listLimit) return null;
  }
  return taken;
}

/** Tells entries of a list apart: the same words may stand there once for each place. */
export const entryKey = (text: string, isAllow: boolean, scope: Scope | undefined): string =>
  `${isAllow ? '@@' : ''}${text}${scope ? `\n${JSON.stringify(scope)}` : ''}`;

// written between letters by editors and copiers; matching looks past them anyway
const invisible = /[\u200b-\u200f\u2060\ufeff]/g;
const letters = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const broken = /[\u0000-\u0008\u000b-\u001f\u007f\ufffd]/;

function faultOf(text: string): LineFault['reason'] | null {
  if (broken.test(text)) return 'unreadable';
  if (text.length > termLimit) return 'too-long';
  if (!letters.test(text)) return 'no-letters';
  // what other tools read as a regular expression would never be found here
  return /^\/.+\/[a-z]*$/.test(text) || /\.\*|\\[dws]|\(\?/.test(text) ? 'pattern' : null;
}

const levels: Record<Level | 'allow', readonly string[]> = {
  S3: ['s3', '禁用', '违禁', '高', '高危', 'high', 'banned', 'block', 'red', '🔴'],
  S2: ['s2', '高风险', '敏感', '慎用', '中', '中危', '中风险', 'medium', 'risky', 'warn', 'yellow', '🟡'],
  S1: ['s1', '提示', '需举证', '需依据', '低', '低危', '低风险', 'low', 'info', 'blue', '🔵'],
  allow: ['allow', '放行', '放行短语', '白名单', '豁免', '允许'],
};
const levelsByName = new Map(
  Object.entries(levels).flatMap(([level, names]) =>
    names.map((name) => [name, level as Level | 'allow'] as const),
  ),
);

/** A severity as people and public lists write it; undefined when it is none. */
export const levelOf = (text: string): Level | 'allow' | undefined =>
  levelsByName.get(text.trim().toLowerCase());

const platformNames: Record<string, Scope['platform']> = { 抖音: 'douyin', 淘宝: 'taobao', 快手: 'kuaishou' };

/** A scope as a table's columns have it; undefined when they are empty, null when one cannot be read. */
function scopeOf(where: NonNullable<RawEntry['where']>): Scope | undefined | null {
  const [platform, product, room, session, until] = (
    ['platform', 'product', 'room', 'session', 'until'] as const
  ).map((part) => where[part]?.trim() ?? '');
  const scope: Scope = {};
  if (platform) {
    const id = platformNames[platform] ?? platformIds.find((one) => one === platform.toLowerCase());
    if (!id) return null;
    scope.platform = id;
  }
  if (product) {
    const id = productCategories.find((one) => one === product);
    if (!id) return null;
    scope.product = id;
  }
  if (room) {
    if (room.length > 128) return null;
    scope.room = room;
  }
  if (session) {
    if (session.length > 64) return null;
    scope.session = session;
  }
  if (until) {
    const at = momentOf(until);
    if (Number.isNaN(at)) return null;
    scope.until = at;
  }
  return Object.keys(scope).length > 0 ? scope : undefined;
}

/** A local date and time, or a spreadsheet's days since 1899-12-30; ms epoch, NaN when it is neither. */
function momentOf(text: string): number {
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    const days = Number(text);
    return new Date(1899, 11, 30 + Math.floor(days), 0, 0, Math.round((days % 1) * 86_400)).getTime();
  }
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(text);
  if (!parts) return Number.NaN;
  const [year, month, day, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0));
  return new Date(year!, month! - 1, day!, hour, minute, second).getTime();
}
