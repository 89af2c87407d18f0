import aliases from './data/aliases.json' with { type: 'json' };
import disguised from './data/disguised.json' with { type: 'json' };
import { classes, exemptions, innocents, ruleFiles } from './data.ts';
import { hashOf } from './hash.ts';
import { type Homes, homesIn } from './judge/home.ts';
import { createAnchorOf, isOfRareLetters } from './match/anchor.ts';
import { createFollow, type Follow } from './match/follow.ts';
import { createGuard } from './match/guard.ts';
import { createLexicon, type Lexicon } from './match/lexicon.ts';
import { makeAliases } from './match/made.ts';
import { createOrdinary } from './match/ordinary.ts';
import { type Pattern, parsePattern } from './match/pattern.ts';
import { createReader, type Reader } from './match/reader.ts';
import type { Anchored } from './match/scanner.ts';
import { createVeiledReader, type VeiledReader } from './match/veiled.ts';
import { createWordReader, type Veils, type WordReader } from './match/words.ts';
import type { Exemption, Rule } from './rules.ts';
import { createFolded, type Folded, foldWord } from './text/fold.ts';
import { buildFoldTable, type FoldTable } from './text/fold-table.ts';
import { isHan } from './text/marks.ts';
import { buildShapes, type Shapes } from './text/shapes.ts';
import { buildSounds } from './text/sounds.ts';
import { buildVoices, type Voices } from './text/voices.ts';
import type { Scope } from './types.ts';

export interface CompiledRule extends Omit<Rule, 'match' | 'needs' | 'unless' | 'proof' | 'worse'> {
  category: string;
  list: string;
  /** where a shop's term holds */
  scope?: Scope;
  /** where a moderator switched it off */
  quiet?: readonly Scope[];
  patterns: readonly Anchored[];
  /** words of its patterns that may be veiled */
  veilable: readonly number[];
  needs: readonly Pattern[] | null;
  unless: readonly Pattern[];
  proof: readonly Pattern[];
  worse: readonly Pattern[];
}

interface CompiledExemption extends Omit<Exemption, 'match' | 'unless'> {
  patterns: readonly Pattern[];
  unless: readonly Pattern[];
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
  rules: readonly CompiledRule[];
  exemptions: readonly CompiledExemption[];
  /** words for each platform */
  homes: Homes;
  /** innocent patterns by the word they begin with */
  innocents: readonly (readonly Pattern[] | undefined)[];
  /** How a word may be written otherwise: not if it hides another word or has other than Chinese characters. */
  veilsOf(word: number): Veils;
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
  const parse = (sources: readonly string[] = []): Pattern[] =>
    sources.flatMap((source) => parsePattern(source, lexicon.groupOf));

  const parsed = ruleFiles.flatMap(({ category, list, rules }) =>
    rules.map((rule) => ({
      ...rule,
      category,
      list,
      patterns: parse(rule.match),
      needs: rule.needs ? parse(rule.needs) : null,
      unless: parse(rule.unless),
      proof: parse(rule.proof),
      worse: parse(rule.worse),
    })),
  );
  const inRules = lexicon.words.length;
  // by word, once asked
  const veils: Veils[] = [];
  const innocentPatterns: Pattern[][] = [];
  for (const pattern of parse(innocents.flatMap(({ match }) => match)))
    for (const word of lexicon.members[pattern.groups[0]!]!) {
      innocentPatterns[word] ??= [];
      innocentPatterns[word].push(pattern);
    }
  const compiledExemptions = exemptions.map(({ match, unless, ...rest }) => ({
    ...rest,
    patterns: parse(match),
    unless: parse(unless),
  }));

  for (const word of disguisedWords) lexicon.addWord(word);
  for (const word of parsed.flatMap(telling)) disguisedWords.add(lexicon.words[word]!);
  const rareWords = new Set(parsed.flatMap(rare).map((word) => lexicon.words[word]!));
  for (const word of rareWords)
    if (disguisedWords.has(word)) rareWords.delete(word);
    else disguisedWords.add(word);
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
    const words = new Set<number>();
    if (rule.veil !== false && rule.veil !== 'itself')
      for (const group of new Set(rule.patterns.flatMap(({ groups }) => groups)))
        for (const word of lexicon.members[group]!) if (veilsOf(word) !== 'never') words.add(word);
    return { ...rule, patterns, veilable: [...words] };
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
  const veilable = new Set(rules.flatMap(({ veilable }) => veilable));
  words.reserve(lexicon.words.length);
  for (const word of lexicon.words.keys()) words.learn(word, veilable.has(word) ? veilsOf(word) : 'never');
  const reader = createReader(lexicon, words);

  return {
    hash: hashOf([ruleFiles, classes, innocents, exemptions]),
    table,
    voices,
    shapes,
    folded,
    lexicon,
    veiled,
    reader,
    own,
    follow: createFollow(reader),
    rules,
    exemptions: compiledExemptions,
    homes: homesIn(lexicon),
    innocents: innocentPatterns,
    veilsOf,
    learn,
  };

  /** Words that are enough alone for what a rule forbids, but for abuse, which many words sound like. */
  function telling(rule: (typeof parsed)[number]): number[] {
    return rule.patterns
      .filter(({ steps }) => steps.length === 1)
      .flatMap((pattern) => wordsOf(rule, pattern));
  }

  /** Words of rare letters, which others must go with: a reader knows them by one of these letters. */
  function rare(rule: (typeof parsed)[number]): number[] {
    return rule.patterns
      .flatMap((pattern) => wordsOf(rule, pattern))
      .filter((word) => isOfRareLetters(lexicon.words[word]!));
  }

  function wordsOf({ veil, severity, category }: (typeof parsed)[number], { groups }: Pattern): number[] {
    if (veil !== 'only' && (veil !== undefined || severity === 'S1' || category === 'V1')) return [];
    return groups
      .flatMap((group) => lexicon.members[group]!)
      .filter((word) => lexicon.meant[word] === word && lexicon.words[word]!.length > 1);
  }

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
