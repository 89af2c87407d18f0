import type { Finding } from '../model.ts';
import type { ProductCategory } from './types.ts';

export type Severity = Finding['severity'];

/** One rule as a lawyer reads it in data/rules; patterns are in the language of match/pattern.ts. */
export interface Rule {
  id: string;
  name: string;
  severity: 'S3' | 'S2' | 'S1';
  /** key of data/laws.json */
  law: string;
  match: readonly string[];
  /** sentences it must flag, and must not */
  flag: readonly string[];
  pass: readonly string[];
  /** key of data/rewrites.json */
  rewrite?: string;
  /** other severity by product category; "off" where the words are allowed */
  by?: Partial<Record<ProductCategory, Severity | 'off'>>;
  /** only for these product categories */
  only?: readonly ProductCategory[];
  /** patterns around * one of which must hold */
  needs?: readonly string[];
  /** patterns around * that make it another thing */
  unless?: readonly string[];
  /** patterns around * that make it "needs proof" */
  proof?: readonly string[];
  /** patterns around * that make it banned */
  worse?: readonly string[];
  /**
   * false: only as written, no sound-alikes. only: the word alone, but only where it is disguised.
   * itself: the wording is what veils.
   */
  veil?: false | 'only' | 'itself';
  /** what a wording that veils stands for */
  means?: string;
}

export interface RuleFile {
  category: string;
  name: string;
  list: string;
  rules: readonly Rule[];
}

/** Words that are innocent where they stand: the longest word wins. */
export interface Innocent {
  note: string;
  match: readonly string[];
}

/**
 * How a finding of two letters may have come about by chance: `cut` out of two words as they are written; `alike` by
 * sound or shape; `flow`, where the text goes on as no claim does.
 */
export type Chance = 'cut' | 'alike' | 'flow';

/** A reason in the clause for which a rule does not apply, or only in part. */
export interface Exemption {
  code: string;
  name: string;
  reason: string;
  /** category ids or rule ids */
  for: readonly string[];
  match: readonly string[];
  /** patterns around * that override it */
  unless?: readonly string[];
  /** it may stand inside the finding, too: 规定|不能说|最便宜 */
  within?: boolean;
  /** only for findings that may have come about in this way */
  chance?: Chance;
  to: 'S0' | 'S1';
}
