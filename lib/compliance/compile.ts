import aliases from './data/aliases.json' with { type: 'json' };
import disguised from './data/disguised.json' with { type: 'json' };
import { classes, exemptions, innocents, ruleFiles } from './data.ts';
import { hashOf } from './hash.ts';
import { createLexicon, type Lexicon } from './match/lexicon.ts';
import { createNeeds } from './match/needs.ts';
import { type Pattern, parsePattern } from './match/pattern.ts';
import { createReader, type Reader } from './match/reader.ts';
import { createScanner, type Lead, type Scanner } from './match/scanner.ts';
import { buildTrie } from './match/trie.ts';
import { createVeiledReader } from './match/veiled.ts';
import type { Exemption, Rule } from './rules.ts';
import { createFolded, type Folded, fold } from './text/fold.ts';
import { buildFoldTable, type FoldTable } from './text/fold-table.ts';
import { buildShapes } from './text/shapes.ts';
import { buildSounds } from './text/sounds.ts';
import { buildVoices } from './text/voices.ts';
import type { RuleSettings } from './types.ts';

export interface CompiledRule extends Omit<Rule, 'match' | 'needs' | 'unless' | 'proof' | 'worse'> {
  category: string;
  list: string;
  patterns: readonly Pattern[];
  needs: readonly Pattern[] | null;
  unless: readonly Pattern[];
  proof: readonly Pattern[];
  worse: readonly Pattern[];
}

interface CompiledExemption extends Omit<Exemption, 'match' | 'unless'> {
  patterns: readonly Pattern[];
  unless: readonly Pattern[];
}

/** Everything that judging a text needs. */
export interface Compiled {
  version: string;
  table: FoldTable;
  folded: Folded;
  lexicon: Lexicon;
  reader: Reader;
  /** the scanner of the rules of some categories, or of all */
  scannerFor(only: readonly string[] | undefined): Scanner;
  rules: readonly CompiledRule[];
  exemptions: readonly CompiledExemption[];
  /** innocent patterns by the word they begin with */
  innocents: ReadonlyMap<number, readonly Pattern[]>;
}

/** The category and list of a shop's own terms. */
export const ownCategory = 'OWN';
const ownList = 'own';

/** Compiles the built-in rules and a moderator's settings into one automaton. */
export function compile(settings: RuleSettings): Compiled {
  const table = buildFoldTable();
  const folded = createFolded();
  const foldWord = (word: string): string => {
    fold(word, table, folded);
    let letters = '';
    for (let at = 0; at < folded.length; at++) letters += String.fromCharCode(folded.codes[at]!);
    return letters;
  };
  const lexicon = createLexicon(classes, aliases, foldWord);
  const parse = (sources: readonly string[] = []): Pattern[] =>
    sources.flatMap((source) => parsePattern(source, lexicon.groupOf));

  const rules: CompiledRule[] = [];
  for (const { category, list, rules: listed } of ruleFiles) {
    if (settings.off.lists.includes(list) || settings.off.categories.includes(category)) continue;
    for (const rule of listed) {
      if (settings.off.rules.includes(rule.id)) continue;
      rules.push({
        ...rule,
        category,
        list,
        patterns: parse(rule.match),
        needs: rule.needs ? parse(rule.needs) : null,
        unless: parse(rule.unless),
        proof: parse(rule.proof),
        worse: parse(rule.worse),
      });
    }
  }
  const leads = new Map<number, RuleLead[]>();
  const numberLeads: RuleLead[] = [];
  rules.forEach((rule, index) => {
    for (const pattern of rule.patterns) {
      if (pattern[0]!.kind === 'number') numberLeads.push({ rule: index, pattern });
      else
        for (const word of lexicon.members[pattern[0]!.group]!)
          listed(leads, word).push({ rule: index, pattern });
    }
  });

  const builtIn = lexicon.words.length;
  if (!settings.off.lists.includes(ownList)) {
    for (const { text, severity } of settings.terms) {
      const word = lexicon.addWord(text);
      if (word === -1) continue;
      rules.push(ownRule(text, severity));
      listed(leads, word).push({ rule: rules.length - 1, pattern: [] });
    }
  }

  const innocentLeads = new Map<number, Pattern[]>();
  for (const pattern of parse(innocents.flatMap(({ match }) => match)))
    for (const word of lexicon.members[pattern[0]!.group]!) listed(innocentLeads, word).push(pattern);
  for (const phrase of settings.allow) {
    const word = lexicon.addWord(phrase);
    if (word !== -1) listed(innocentLeads, word).push([]);
  }

  const compiledExemptions = exemptions.map(({ match, unless, ...rest }) => ({
    ...rest,
    patterns: parse(match),
    unless: parse(unless),
  }));
  const trie = buildTrie(lexicon.words.map(lettersOf));
  const sounds = buildSounds();
  const shapes = buildShapes();
  const voices = buildVoices(sounds, shapes);
  const disguisedWords = new Set(
    disguised.words.flatMap((line) => line.split(' ')).map((word) => lexicon.addWord(word)),
  );
  const veilable = veilableWords(rules, lexicon, disguisedWords);
  const veiled = createVeiledReader(
    lexicon.words,
    veilable,
    new Set(veilable.filter((word) => word < builtIn)),
    disguisedWords,
    new Set([lexicon.addWord('最')]),
    sounds,
    shapes,
    voices,
  );
  const reader = createReader(lexicon, trie, veiled.wordsAt);
  const needsOf = createNeeds(lexicon, voices);
  const withNeeds = (listed: readonly RuleLead[]): Lead[] =>
    listed.map((lead) => ({ ...lead, needs: needsOf(lead.pattern) }));
  const scanners = new Map<readonly string[] | undefined, Scanner>();

  return {
    version: hashOf([ruleFiles, classes, innocents, exemptions, settings]),
    table,
    folded,
    lexicon,
    reader,
    scannerFor,
    rules,
    exemptions: compiledExemptions,
    innocents: innocentLeads,
  };

  function scannerFor(only: readonly string[] | undefined): Scanner {
    let scanner = scanners.get(only);
    if (!scanner) {
      const wanted = ({ rule }: RuleLead): boolean => !only || only.includes(rules[rule]!.category);
      const chosen = new Map<number, Lead[]>();
      for (const [word, listed] of leads) {
        const kept = listed.filter(wanted);
        if (kept.length > 0) chosen.set(word, withNeeds(kept));
      }
      const numbers = withNeeds(numberLeads.filter(wanted));
      scanner = createScanner(lexicon.words, chosen, numbers, reader, veiled, voices);
      scanners.set(only, scanner);
    }
    return scanner;
  }
}

type RuleLead = Omit<Lead, 'needs'>;

function ownRule(text: string, severity: 'S3' | 'S2' | 'S1'): CompiledRule {
  return {
    id: `own:${text}`,
    name: text,
    category: ownCategory,
    list: ownList,
    severity,
    law: 'own',
    patterns: [],
    flag: [],
    pass: [],
    needs: null,
    unless: [],
    proof: [],
    worse: [],
  };
}

/** Words of Chinese characters in the patterns of rules that may be veiled. */
function veilableWords(
  rules: readonly CompiledRule[],
  lexicon: Lexicon,
  disguisedWords: ReadonlySet<number>,
): number[] {
  const found = new Set<number>();
  for (const { veil, patterns, category, name } of rules) {
    if (veil === false) continue;
    if (category === ownCategory) found.add(lexicon.addWord(name));
    for (const pattern of patterns)
      for (const step of pattern)
        if (step.kind === 'words') for (const word of lexicon.members[step.group]!) found.add(word);
  }
  return [...found].filter(
    (word) =>
      word >= 0 &&
      (!lexicon.hiding.has(word) || disguisedWords.has(word)) &&
      /^[\u4e00-\u9fff]+$/.test(lexicon.words[word]!),
  );
}

function listed<K, V>(map: Map<K, V[]>, key: K): V[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

function lettersOf(word: string): Uint16Array {
  const letters = new Uint16Array(word.length);
  for (let at = 0; at < word.length; at++) letters[at] = word.charCodeAt(at);
  return letters;
}
