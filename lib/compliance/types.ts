import type { Finding, PlatformId } from '../model.ts';

/** Who speaks to whom: the law differs (docs/compliance.md). */
export const channels = ['host', 'title', 'public_reply', 'dm', 'viewer_comment', 'internal'] as const;
export type Channel = (typeof channels)[number];

/** What is sold; some words are harmless for one and banned for another. */
export const productCategories = [
  'general',
  'food',
  'health_food',
  'cosmetics',
  'special_cosmetics',
  'medical',
  'education',
  'investment',
  'property',
  'alcohol',
  'infant_food',
] as const;
export type ProductCategory = (typeof productCategories)[number];

export const evidenceKinds = [
  'report',
  'certificate',
  'registration',
  'authorisation',
  'sales-data',
] as const;

/** A proof the shop holds; what each kind can prove is in data/evidence.json. */
export interface Evidence {
  kind: (typeof evidenceKinds)[number];
  /** as printed on it, e.g. a report's or registration's number */
  number?: string;
  /** a rule category (M4), a rule (M4-soft) or exactly the term found (美白) */
  covers: string;
  /** ms epoch from which it no longer holds */
  until: number;
}

export interface CheckContext {
  channel: Channel;
  category?: ProductCategory;
  /** its own name is no diversion */
  platform?: PlatformId;
  /** the platform's id of the room */
  room?: string;
  /** the session's id */
  session?: string;
  evidence?: readonly Evidence[];
  /** ms epoch; without it no evidence counts, and nothing runs out */
  now?: number;
}

/** A compiled rule set. `check` is pure: same text, same context, same findings, in order of `start`. */
export interface Checker {
  /** version and hash of all that was compiled; goes into the log with every judgement */
  readonly version: string;
  check(text: string, context: CheckContext): Finding[];
}

/** Where and until when something a moderator set holds: wherever all that it names fits; always if it names nothing. */
export interface Scope {
  platform?: PlatformId;
  room?: string;
  product?: ProductCategory;
  /** only in this session */
  session?: string;
  /** ms epoch from which it no longer holds */
  until?: number;
}

/** A severity that a moderator may give. */
export type Level = 'S3' | 'S2' | 'S1';

/** A word the shop bans. */
export interface Term {
  text: string;
  severity: Level;
  scope?: Scope;
  /** why, in the shop's own words */
  basis?: string;
}

/** A phrase that silences any finding inside it. */
export interface Phrase {
  text: string;
  scope?: Scope;
}

/** Terms and phrases that come together: imported, subscribed to, or written for a trade. */
export interface WordList {
  id: string;
  name: string;
  /** of its content; names it in the rules' version */
  hash: string;
  terms: readonly Term[];
  allow: readonly Phrase[];
}

/** What a moderator set: what the shop sells and can prove, what is off, and terms of the shop's own. */
export interface RuleSettings {
  /** judged as this where the context does not say */
  product: ProductCategory;
  evidence: readonly Evidence[];
  /** ids of lists, categories and rules; terms of word lists as `termKey` names them */
  off: {
    lists: readonly string[];
    categories: readonly string[];
    rules: readonly string[];
    terms: readonly string[];
  };
  terms: readonly Term[];
  allow: readonly Phrase[];
  /** word lists besides; they are stored apart */
  lists?: readonly WordList[];
  /** rules that are off in one place, or for a while; of terms as `termRule` names them */
  quiet: readonly { rule: string; scope: Scope }[];
  /** severities that differ from ours, by rule; of terms of word lists as `termRule` names them */
  levels: Readonly<Record<string, Level>>;
  /** built-in rules that are on, with at least that severity */
  floors?: Readonly<Record<string, Level>>;
  /** rules of these lists, and these rules, are on whatever else is said; only phrases of these lists silence them */
  firm?: { lists: readonly string[]; rules: readonly string[] };
  /** what the rules that hold were folded from, besides the settings */
  under?: { profiles: readonly { id: string; name: string }[]; policy?: string };
  /** sets of switches and severities for some places or hours, and what was switched by hand: see lib/profile */
  profiles?: readonly Profile[];
  switched?: readonly Switched[];
}

/** Switches and severities that hold in some places or hours, or when somebody says so. */
export interface Profile {
  id: string;
  name: string;
  /** by itself wherever and whenever all that it names fits; only by hand while it names nothing */
  when: Occasion;
  /** what the shop sells there */
  product?: ProductCategory;
  /** ids of lists that are on, and off; what one profile puts on no other puts off */
  lists: { on: readonly string[]; off: readonly string[] };
  /** rules with the severity that they have at least; such a rule is on */
  levels: Readonly<Record<string, Level>>;
  terms: readonly Term[];
}

export interface Occasion {
  platforms?: readonly PlatformId[];
  /** the platform's ids */
  rooms?: readonly string[];
  products?: readonly ProductCategory[];
  /** minutes of the local day: 1320 to 480 is the night; 1440 is midnight */
  hours?: { from: number; to: number };
}

/** A profile that somebody put on or off. */
export interface Switched {
  profile: string;
  isOn: boolean;
  /** only in this room; everywhere without one */
  room?: string;
  /** ms epoch */
  at: number;
  /** ms epoch from which it is as it was; without one until it is switched again */
  until?: number;
}

/** Names a term of a word list among those that are off. */
export const termKey = (list: string, text: string): string => `${list}:${text}`;

/** Names the rule that a term comes to. */
export const termRule = (text: string): string => `own:${text}`;

/** The list that a shop's own terms and phrases stand in. */
export const ownList = 'own';

/** Settings of a shop of ordinary goods in which nothing is switched off and nothing is added. */
export const emptySettings: RuleSettings = {
  product: 'general',
  evidence: [],
  off: { lists: [], categories: [], rules: [], terms: [] },
  terms: [],
  allow: [],
  quiet: [],
  levels: {},
};

/** Text that the checker let through: the only kind that fill, copy and prompter take. */
export type CheckedText = string & { readonly __checked: unique symbol };

/** S3 and S2 block; S1 is shown; S0 is exempted. */
export const isBlocking = (finding: Finding): boolean =>
  finding.severity === 'S3' || finding.severity === 'S2';
