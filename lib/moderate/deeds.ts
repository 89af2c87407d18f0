import {
  type Level,
  type Phrase,
  type ProductCategory,
  type RuleSettings,
  type Scope,
  type Term,
  termKey,
} from '../compliance/types.ts';
import type { Finding, PlatformId } from '../model.ts';

/** Where a moderator is: a word may be set for here alone. */
export interface Place {
  platform: PlatformId;
  room: string;
  session: string;
}

/** How far something set by hand reaches, and how long it holds. */
export const reaches = ['room', 'platform', 'product', 'all'] as const;
export type Reach = (typeof reaches)[number];
export const spans = ['session', 'today', 'always'] as const;
export type Lasts = (typeof spans)[number];

/** The next midnight by this machine's clock (ms epoch). */
export function midnightAfter(now: number): number {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime();
}

/** What reach and time come to; undefined when it holds everywhere and always. `place` is null outside a room. */
export function scopeOf(
  reach: Reach,
  lasts: Lasts,
  { place, product, now }: { place: Place | null; product: ProductCategory; now: number },
): Scope | undefined {
  const scope: Scope = {
    ...(reach === 'room' && place && { room: place.room, platform: place.platform }),
    ...(reach === 'platform' && place && { platform: place.platform }),
    ...(reach === 'product' && { product }),
    ...(lasts === 'session' && place && { session: place.session }),
    ...(lasts === 'today' && { until: midnightAfter(now) }),
  };
  return Object.keys(scope).length > 0 ? scope : undefined;
}

/** A word as it is kept: one line, no more than 40 UTF-16 units; null when nothing is left or it is longer. */
export function wordOf(text: string): string | null {
  const word = text.replace(/\s+/g, ' ').trim();
  return word === '' || word.length > longestWord ? null : word;
}
export const longestWord = 40;

/** The rules with one more banned word; the same word in the same place takes the new severity. */
export function withTerm(rules: RuleSettings, text: string, severity: Level, scope?: Scope): RuleSettings {
  const term: Term = { text, severity, ...(scope && { scope }) };
  return { ...rules, terms: [...rules.terms.filter((one) => !isSamePlace(one, term)), term] };
}

/** The rules with one more phrase that silences what is found in it. */
export function withPhrase(rules: RuleSettings, text: string, scope?: Scope): RuleSettings {
  const phrase: Phrase = { text, ...(scope && { scope }) };
  return { ...rules, allow: [...rules.allow.filter((one) => !isSamePlace(one, phrase)), phrase] };
}

/** The rules without what found this, there; everywhere without a scope. */
export function withoutRule(rules: RuleSettings, finding: Finding, scope?: Scope): RuleSettings {
  const { rule, list, category } = finding;
  const isOwn = category === 'OWN';
  if (scope) return { ...rules, quiet: [...rules.quiet, { rule, scope }] };
  const kind = isOwn ? 'terms' : 'rules';
  const id = isOwn ? termKey(list, rule.replace(/^own:/, '')) : rule;
  const off = rules.off[kind].filter((one) => one !== id);
  return { ...rules, off: { ...rules.off, [kind]: [...off, id] } };
}

const isSamePlace = (a: Phrase, b: Phrase): boolean =>
  a.text === b.text && JSON.stringify(a.scope ?? {}) === JSON.stringify(b.scope ?? {});
