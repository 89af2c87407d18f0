import { addWritten, createOpenings } from './match/openings.ts';
import { createScan, type Scan } from './match/scanner.ts';
import { createScreen, type Screen } from './match/screen.ts';
import type { CompiledRule, Prepared } from './prepare.ts';
import { asSet, isOn } from './settings.ts';
import type { RuleSettings } from './types.ts';

/** The built-in rules as settings leave them. */
export interface BuiltInPart {
  rules: readonly CompiledRule[];
  /** by word: 1 where a rule that is on lets it be veiled */
  veilable: Uint8Array;
  /** Finds the rules of some categories, or all. */
  finder(only: readonly string[] | undefined): Finder;
}

interface Finder {
  /** whether a text is worth reading; null where no rule is on */
  screen: Screen | null;
  scan: Scan;
}

/** A moderator goes to and fro between few states. */
const mostKept = 3;

/** The built-in rules as these settings leave them, made once for the last few. */
export function builtInPart(settings: RuleSettings, prepared: Prepared): BuiltInPart {
  const { builtIn } = prepared.kept;
  const key = keyOf(settings, prepared);
  const part = builtIn.get(key) ?? createPart(settings, prepared);
  builtIn.delete(key);
  builtIn.set(key, part);
  for (const oldest of builtIn.keys()) if (builtIn.size > mostKept) builtIn.delete(oldest);
  return part;
}

/** Of the settings only what touches built-in rules. */
function keyOf({ off, quiet, levels, floors, firm }: RuleSettings, { lists }: Prepared): string {
  return JSON.stringify([
    off.lists.filter((id) => lists.has(id)),
    off.categories,
    off.rules,
    quiet,
    levels,
    floors,
    firm,
  ]);
}

function createPart(settings: RuleSettings, prepared: Prepared): BuiltInPart {
  const { lexicon, table, voices, shapes, reader, follow } = prepared;
  const rules = prepared.rules.filter((rule) => isOn(rule, settings)).map((rule) => asSet(rule, settings));
  const veilable = rules.length === prepared.rules.length ? prepared.veilable : prepared.veilableIn(rules);
  const finders = new Map<string, Finder>();

  return {
    rules,
    veilable,
    finder(only) {
      const key = only?.join() ?? '';
      const finder = finders.get(key) ?? createFinder(only);
      finders.set(key, finder);
      return finder;
    },
  };

  function createFinder(only: readonly string[] | undefined): Finder {
    const wanted = rules.map(({ category, patterns }) => (!only || only.includes(category) ? patterns : []));
    const isWanted = new Uint8Array(lexicon.words.length);
    let count = 0;
    for (const group of new Set(wanted.flat().map(({ anchor }) => anchor)))
      for (const word of lexicon.members[group]!)
        if (isWanted[word] === 0) {
          isWanted[word] = 1;
          count++;
        }
    const openings = createOpenings(count, voices);
    for (let word = 0; word < isWanted.length; word++) {
      if (isWanted[word] === 0) continue;
      const spelling = lexicon.words[word]!;
      addWritten(openings, spelling, voices);
      if (veilable[word] === 1) prepared.veiled.addOpening(openings, spelling);
    }
    return {
      screen: count > 0 ? createScreen(openings, table, voices, shapes) : null,
      scan: createScan(wanted, lexicon, reader, follow),
    };
  }
}
