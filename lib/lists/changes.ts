import type { Level, Profile, RuleSettings, Switched } from '../compliance/types.ts';

/** What became of one thing of the rules: a switch, a term, a severity, a list's head. */
export interface Change {
  part: Part | 'heads' | Noted;
  /** what it is among its part: an id, or the words themselves */
  key: string;
  /** all that stood under that key; nothing when it was not there */
  before: readonly unknown[];
  after: readonly unknown[];
}

/** A part of the rule settings as things with keys. */
interface Keyed<Item> {
  items(rules: RuleSettings): readonly Item[];
  keyOf(item: Item): string;
  put(rules: RuleSettings, items: readonly Item[]): RuleSettings;
}

const keyed = <Item>(part: Keyed<Item>): Keyed<unknown> => part as Keyed<unknown>;
const ids = (kind: keyof RuleSettings['off']) =>
  keyed<string>({
    items: ({ off }) => off[kind],
    keyOf: (id) => id,
    put: (rules, items) => ({ ...rules, off: { ...rules.off, [kind]: items } }),
  });

const parts = {
  product: keyed<RuleSettings['product']>({
    items: ({ product }) => [product],
    keyOf: () => '',
    put: (rules, [product]) => ({ ...rules, product: product ?? rules.product }),
  }),
  evidence: keyed<RuleSettings['evidence'][number]>({
    items: ({ evidence }) => evidence,
    keyOf: ({ kind, number = '', covers }) => `${kind}:${number}:${covers}`,
    put: (rules, evidence) => ({ ...rules, evidence }),
  }),
  offLists: ids('lists'),
  offCategories: ids('categories'),
  offRules: ids('rules'),
  offTerms: ids('terms'),
  terms: keyed<RuleSettings['terms'][number]>({
    items: ({ terms }) => terms,
    keyOf: ({ text }) => text,
    put: (rules, terms) => ({ ...rules, terms }),
  }),
  allow: keyed<RuleSettings['allow'][number]>({
    items: ({ allow }) => allow,
    keyOf: ({ text }) => text,
    put: (rules, allow) => ({ ...rules, allow }),
  }),
  quiet: keyed<RuleSettings['quiet'][number]>({
    items: ({ quiet }) => quiet,
    keyOf: ({ rule }) => rule,
    put: (rules, quiet) => ({ ...rules, quiet }),
  }),
  profiles: keyed<Profile>({
    items: ({ profiles = [] }) => profiles,
    keyOf: ({ id }) => id,
    put: (rules, profiles) => ({ ...rules, profiles }),
  }),
  switched: keyed<Switched>({
    items: ({ switched = [] }) => switched,
    keyOf: ({ profile, room = '' }) => `${profile}:${room}`,
    put: (rules, switched) => ({ ...rules, switched }),
  }),
  levels: keyed<[string, Level]>({
    items: ({ levels }) => Object.entries(levels),
    keyOf: ([rule]) => rule,
    put: (rules, items) => ({ ...rules, levels: Object.fromEntries(items) }),
  }),
} satisfies Record<string, Keyed<unknown>>;
type Part = keyof typeof parts;
const partNames = Object.keys(parts) as Part[];

/** What is only written down: it cannot be taken back like a change of the rules. */
const noted = ['holding', 'review', 'reviewNeed'] as const;
type Noted = (typeof noted)[number];

/** Whether all of it can be taken back. */
export const isUndoable = (changes: readonly Change[]): boolean =>
  changes.length > 0 && !changes.some(({ part }) => (noted as readonly string[]).includes(part));

/** What differs between two states of the rules, by part and key; the word lists are stored apart. */
export function diffRules(before: RuleSettings, after: RuleSettings): Change[] {
  return partNames.flatMap((part) => {
    const { items, keyOf } = parts[part];
    const [old, now] = [items(before), items(after)];
    if (old === now) return [];
    const was = grouped(old, keyOf);
    const is = grouped(now, keyOf);
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((key): Change[] => {
      const change = { part, key, before: was.get(key) ?? [], after: is.get(key) ?? [] };
      return isSame(change.before, change.after) ? [] : [change];
    });
  });
}

/** The rules without those changes; null where something was changed again since. Heads of lists are not looked at. */
export function undoneRules(rules: RuleSettings, changes: readonly Change[]): RuleSettings | null {
  let undone = rules;
  for (const part of partNames) {
    const mine = new Map(changes.filter((one) => one.part === part).map((one) => [one.key, one]));
    if (mine.size === 0) continue;
    const { items, keyOf, put } = parts[part];
    const now = grouped(items(undone), keyOf);
    for (const [key, { after }] of mine) if (!isSame(now.get(key) ?? [], after)) return null;
    for (const [key, { before }] of mine) {
      // what comes back keeps its place where something stands there
      if (before.length > 0) now.set(key, [...before]);
      else now.delete(key);
    }
    undone = put(undone, [...now.values()].flat());
  }
  return undone;
}

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function grouped(items: readonly unknown[], keyOf: (item: unknown) => string): Map<string, unknown[]> {
  const groups = new Map<string, unknown[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
