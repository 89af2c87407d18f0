import aliases from './data/aliases.json' with { type: 'json' };
import disguised from './data/disguised.json' with { type: 'json' };
import { classes, exemptions as exemptionData, innocents as innocentData, ruleFiles } from './data.ts';
import { hashOf } from './hash.ts';
import { type Homes, homesIn } from './judge/home.ts';
import { createKept, type Kept } from './kept.ts';
import { createAnchorOf } from './match/anchor.ts';
import { createFollow, type Follow } from './match/follow.ts';
import { createGuard } from './match/guard.ts';
import { addKnown } from './match/known.ts';
import { createLexicon, type Lexicon } from './match/lexicon.ts';
import { makeAliases } from './match/made.ts';
import { createOrdinary, type Ordinary } from './match/ordinary.ts';
import type { Pattern } from './match/pattern.ts';
import { createReader, type Reader } from './match/reader.ts';
import type { Anchored } from './match/scanner.ts';
import { createVeiledReader, type VeiledReader } from './match/veiled.ts';
import { createWordReader, type Veils, type WordReader } from './match/words.ts';
import { type ParsedExemption, type ParsedRule, readRules } from './read-rules.ts';
import { createFolded, type Folded, foldWord } from './text/fold.ts';
import { buildFoldTable, type FoldTable } from './text/fold-table.ts';
import { isHan } from './text/marks.ts';
import { buildShapes, type Shapes } from './text/shapes.ts';
import { buildSounds } from './text/sounds.ts';
import { buildVoices, type Voices } from './text/voices.ts';
import type { Scope } from './types.ts';

export interface CompiledRule extends Omit<ParsedRule, 'patterns'> {
  /** where a shop's term holds */
  scope?: Scope;
  /** where a moderator switched it off */
  quiet?: readonly Scope[];
  /** only phrases of lists that are firm, too, silence it */
  isFirm?: boolean;
  patterns: readonly Anchored[];
  /** classes of its words that may be veiled */
  veilable: readonly number[];
  /** those that speak of it */
  exemptions: readonly ParsedExemption[];
}

/**
 * The built-in rules read once, and tools that learn words as shops bring them: what a change of settings need
 * not make again. Whatever was compiled from it shares it, and one text is read at a time.
 */
export interface Prepared {
  hash: string;
  table: FoldTable;
  voices: Voices;
  shapes: Shapes;
  folded: Folded;
  lexicon: Lexicon;
  veiled: VeiledReader;
  reader: Reader;
  /** reads the words of shops */
  own: WordReader;
  follow: Follow;
  ordinary: Ordinary;
  rules: readonly CompiledRule[];
  /** ids of the lists that they stand in */
  lists: ReadonlySet<string>;
  /** by word: 1 where one of the rules lets it be veiled */
  veilable: Uint8Array;
  /** the same of some rules */
  veilableIn(rules: readonly CompiledRule[]): Uint8Array;
  /** words for each platform */
  homes: Homes;
  /** innocent patterns by the word they begin with */
  innocents: readonly (readonly Pattern[] | undefined)[];
  /** How a word may be written otherwise: not if it hides another word or has other than Chinese characters. */
  veilsOf(word: number): Veils;
  /** what was compiled from it, for the next time */
  kept: Kept;
  /** Makes a shop's word readable and gives its id, or -1 when nothing of it is a letter. */
  learn(text: string): number;
}

/** Reads the built-in rules; some tens of milliseconds. */
export function prepare(): Prepared {
  const table = buildFoldTable();
  const sounds = buildSounds();
  const shapes = buildShapes();
  const voices = buildVoices(sounds, shapes);
  const folded = createFolded();
  const claims = ruleFiles
    .flatMap(({ rules }) => rules)
    .filter(({ veil }) => veil === 'only')
    .flatMap(({ match }) => match.flatMap((words) => words.split('|')));
  const disguisedWords = new Set(disguised.words.flatMap((line) => line.split(' ')));
  const made = makeAliases([...claims, ...disguisedWords], sounds);
  const lexicon = createLexicon(classes, { ...aliases, made: made.spellings }, (word) =>
    foldWord(word, table, folded),
  );
  const { parsed, innocents, exemptions } = readRules(lexicon);
  const inRules = lexicon.words.length;
  // by word, once asked
  const veils: Veils[] = [];
  for (const word of disguisedWords) lexicon.addWord(word);
  const rareWords = addKnown(parsed, lexicon, disguisedWords);
  const ordinary = createOrdinary();
  const guard = createGuard(
    new Set(made.turned.map((word) => lexicon.addWord(word))),
    new Map(
      Object.values(aliases.initials)
        .map((line) => line.split(' '))
        .map(([initials, after]) => [lexicon.addWord(initials!), after!]),
    ),
    ordinary,
  );
  const anchorOf = createAnchorOf(lexicon);
  const rules = parsed.map((rule) => {
    const patterns = rule.patterns.map((pattern) => ({ pattern, anchor: anchorOf(pattern) }));
    const isVeilable = rule.veil !== false && rule.veil !== 'itself';
    const groups = isVeilable ? rule.patterns.flatMap(({ groups }) => groups) : [];
    const applicable = exemptions.filter(
      (one) => one.for.includes(rule.category) || one.for.includes(rule.id),
    );
    return { ...rule, patterns, veilable: [...new Set(groups)], exemptions: applicable };
  });
  const newReader = (): { veiled: VeiledReader; words: WordReader } => {
    const veiled = createVeiledReader(
      disguisedWords,
      rareWords,
      new Set(['最']),
      sounds,
      shapes,
      voices,
      ordinary,
    );
    return { veiled, words: createWordReader(lexicon.words, voices, veiled, ordinary, guard) };
  };
  const { words, veiled } = newReader();
  const own = newReader().words;
  const veilable = veilableIn(rules);
  words.reserve(lexicon.words.length);
  for (const word of lexicon.words.keys()) words.learn(word, veilable[word] === 1 ? veilsOf(word) : 'never');
  const reader = createReader(lexicon, words);

  return {
    hash: hashOf([ruleFiles, classes, innocentData, exemptionData]),
    table,
    voices,
    shapes,
    folded,
    lexicon,
    veiled,
    reader,
    own,
    follow: createFollow(reader),
    ordinary,
    rules,
    lists: new Set(rules.map(({ list }) => list)),
    veilable,
    veilableIn,
    homes: homesIn(lexicon),
    innocents,
    kept: createKept(),
    veilsOf,
    learn,
  };

  function veilsOf(word: number): Veils {
    let known = veils[word];
    if (known === undefined) {
      const spelling = lexicon.words[word]!;
      const isHiding = lexicon.hiding.has(word) && !disguisedWords.has(spelling);
      if (isHiding || !isChinese(spelling)) known = 'never';
      // only words of the rules are known well enough to be read from an initial
      else known = word < inRules ? 'initials' : 'sounds';
      veils[word] = known;
    }
    return known;
  }

  function veilableIn(some: readonly CompiledRule[]): Uint8Array {
    const found = new Uint8Array(lexicon.words.length);
    for (const group of new Set(some.flatMap(({ veilable }) => veilable)))
      for (const word of lexicon.members[group]!)
        if (found[word] === 0 && veilsOf(word) !== 'never') found[word] = 1;
    return found;
  }

  function learn(text: string): number {
    const word = lexicon.addWord(text);
    if (word !== -1) own.learn(word, veilsOf(word));
    return word;
  }
}

function isChinese(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (!isHan(word.charCodeAt(at))) return false;
  return true;
}
