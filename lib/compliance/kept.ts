import type { BuiltInPart } from './built-in-part.ts';
import type { Screen } from './match/screen.ts';
import type { Terms } from './match/terms.ts';
import type { Phrase, Scope, Term } from './types.ts';

/** Words of phrases, with where each holds. */
export type Allowed = ReadonlyMap<number, readonly (Scope | undefined)[]>;

/** What settings come to, kept so that a switch that is turned back makes nothing anew. */
export interface Kept {
  /** the built-in rules as some settings leave them, the ones used last at the end */
  builtIn: Map<string, BuiltInPart>;
  /** what lists hold, as it was learned: by content, which never changes */
  terms: WeakMap<readonly Term[], Terms>;
  phrases: WeakMap<readonly Phrase[], Allowed>;
  /** of all terms that were learned, those of lists that are off now among them; null when there are more since */
  screen: Screen | null;
  /** by word: 1 where a term may be read in veiled spellings */
  veilable: Uint8Array;
}

export const createKept = (): Kept => ({
  builtIn: new Map(),
  terms: new WeakMap(),
  phrases: new WeakMap(),
  screen: null,
  veilable: new Uint8Array(),
});
