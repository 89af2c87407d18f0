import type { Allowed } from './kept.ts';
import type { Candidate } from './match/scanner.ts';
import { createScreen, type Screen } from './match/screen.ts';
import { type Terms, takeTerms, termsOf } from './match/terms.ts';
import type { Prepared } from './prepare.ts';
import { ownList, type Phrase, type RuleSettings, type Term } from './types.ts';

/** The shop's own words with those of the word lists that are on. */
export interface OwnPart {
  hasTerms: boolean;
  hasPhrases: boolean;
  /** whether a text is worth reading for them */
  screen: Screen | null;
  /** words of phrases that silence what is inside them, by list */
  allowed: readonly Allowed[];
  /** those of them that silence firm rules, too */
  firmAllowed: readonly Allowed[];
  /** Adds the terms that were read; the first one is the rule of that index, the others follow. */
  take(found: Candidate[], first: number): void;
  /** the term of that index, and the list that it stands in */
  termAt(index: number): { term: Term; list: string };
}

interface Held {
  id: string;
  terms: readonly Term[];
  learned: Terms;
  /** texts of the terms that are off */
  off: ReadonlySet<string> | undefined;
  /** index of its first term */
  from: number;
}

/** What was learned of a list stays: a switch makes nothing anew. */
export function ownPart(settings: RuleSettings, prepared: Prepared): OwnPart {
  const { off, terms, allow, lists = [], firm } = settings;
  const all = [{ id: ownList, terms, allow }, ...lists];
  const used = all.filter(({ id }) => !off.lists.includes(id));
  const offTerms = textsByList(off.terms);
  let from = 0;
  const held: Held[] = used
    .filter((list) => list.terms.length > 0)
    .map(({ id, terms }) => {
      const list = { id, terms, learned: learnTerms(terms, prepared), off: offTerms.get(id), from };
      from += terms.length;
      return list;
    });
  const learned = (phrases: readonly (readonly Phrase[])[]) =>
    phrases.filter(({ length }) => length > 0).map((some) => learnPhrases(some, prepared));
  // own phrases stand, whatever becomes of own terms
  const allowed = learned([allow, ...used.flatMap(({ id, allow }) => (id === ownList ? [] : [allow]))]);

  return {
    hasTerms: held.length > 0,
    hasPhrases: allowed.length > 0,
    screen: held.length > 0 ? screenOf(prepared) : null,
    allowed,
    firmAllowed: learned(
      firm ? lists.flatMap(({ id, allow }) => (firm.lists.includes(id) ? [allow] : [])) : [],
    ),
    take(found, first) {
      for (const { terms, learned, off, from } of held)
        takeTerms(learned, first + from, prepared.own, found, off && ((term) => off.has(terms[term]!.text)));
    },
    termAt(index) {
      const { id, terms, from } = held.findLast((list) => list.from <= index)!;
      return { term: terms[index - from]!, list: id };
    },
  };
}

/** Terms that are off, by list: see `termKey`. */
function textsByList(keys: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const key of keys) {
    const at = key.indexOf(':');
    const texts = found.get(key.slice(0, at));
    if (texts) texts.add(key.slice(at + 1));
    else found.set(key.slice(0, at), new Set([key.slice(at + 1)]));
  }
  return found;
}

function learnTerms(terms: readonly Term[], prepared: Prepared): Terms {
  const { kept, own, lexicon } = prepared;
  const known = kept.terms.get(terms);
  if (known) return known;
  own.reserve(terms.length);
  const words = terms.map(({ text }) => prepared.learn(text));
  if (kept.veilable.length < lexicon.words.length) {
    const before = kept.veilable;
    kept.veilable = new Uint8Array(Math.ceil(lexicon.words.length * 1.2));
    kept.veilable.set(before);
  }
  for (const word of words) if (word !== -1 && prepared.veilsOf(word) !== 'never') kept.veilable[word] = 1;
  kept.screen = null;
  const learned = termsOf(words);
  kept.terms.set(terms, learned);
  return learned;
}

function learnPhrases(phrases: readonly Phrase[], { kept, learn }: Prepared): Allowed {
  const known = kept.phrases.get(phrases);
  if (known) return known;
  const learned = new Map<number, (Phrase['scope'] | undefined)[]>();
  for (const { text, scope } of phrases) {
    const word = learn(text);
    learned.set(word, [...(learned.get(word) ?? []), scope]);
  }
  kept.phrases.set(phrases, learned);
  return learned;
}

function screenOf({ kept, own, table, voices, shapes }: Prepared): Screen {
  kept.screen ??= createScreen(own.openings, table, voices, shapes);
  return kept.screen;
}
