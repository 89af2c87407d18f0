import policies from './data/channels.json' with { type: 'json' };
import { addAll, addWritten, createOpenings, type Openings } from './match/openings.ts';
import { createScan, type Scan } from './match/scanner.ts';
import { createScreen, type Screen } from './match/screen.ts';
import type { CompiledRule, Prepared } from './prepare.ts';
import type { Severity } from './rules.ts';
import { asSet, isOn, ownRule, ownWords, versionOf } from './settings.ts';
import type { Channel, CheckContext, Phrase, RuleSettings, Scope } from './types.ts';

/** Everything that judging a text needs. */
export interface Compiled extends Prepared {
  version: string;
  /** by word: 1 where a rule that is on lets it be veiled */
  veilable: Uint8Array;
  /** words of phrases that silence what is inside them, and where */
  allowed: Allowed;
  /** those of them that silence firm rules, too */
  firmAllowed: Allowed;
  ruleAt(index: number): CompiledRule;
  /** a context with what the shop sells and can prove, where it names none, and the time */
  completed(context: CheckContext): CheckContext;
  /** whether the shop has terms or phrases of its own */
  hasOwn: boolean;
  /** what finds the rules of a channel; null where nothing is judged */
  channel(name: Channel): CompiledChannel | null;
}

/** Words of phrases, with where each holds. */
export type Allowed = ReadonlyMap<number, readonly (Scope | undefined)[]>;

/** What a channel does to the rules of a category; docs/compliance.md says why. */
export interface ChannelPolicy {
  /** the only categories that are judged */
  only?: readonly string[];
  /** severities that become others, by category */
  change?: Readonly<Record<string, Readonly<Record<string, Severity>>>>;
  off?: boolean;
}

interface CompiledChannel {
  policy: ChannelPolicy;
  /** whether a text is worth reading */
  screen: Screen;
  scan: Scan;
}

/** Joins the built-in rules that are on with a moderator's terms and phrases. */
export function compile(settings: RuleSettings, prepared: Prepared, now: () => number): Compiled {
  const { lexicon } = prepared;
  const rules = prepared.rules.filter((rule) => isOn(rule, settings)).map((rule) => asSet(rule, settings));
  const { terms, listAt, allow, firm } = ownWords(settings);
  prepared.own.reserve(terms.length + allow.length);
  const termWords = terms.map(({ text }) => prepared.learn(text));
  const [allowed, firmAllowed] = [scopesByWord(allow), scopesByWord(firm)];

  const veilable = new Uint8Array(lexicon.words.length);
  for (const rule of rules) for (const word of rule.veilable) veilable[word] = 1;
  const byWord = new Int32Array(terms.length > 0 ? lexicon.words.length : 0).fill(-1);
  const same = new Int32Array(terms.length);
  termWords.forEach((word, index) => {
    if (word === -1) return;
    same[index] = byWord[word]!;
    byWord[word] = index;
    if (prepared.veilsOf(word) !== 'never') veilable[word] = 1;
  });
  const hasOwn = terms.length + allow.length > 0;
  const channels = new Map<Channel, CompiledChannel | null>();
  const ownRuleAt = (index: number) => ownRule(terms[index]!, listAt(index), settings);

  return {
    ...prepared,
    version: versionOf(settings, prepared),
    veilable,
    allowed,
    firmAllowed,
    completed: (context) => ({
      category: settings.product,
      evidence: settings.evidence,
      now: now(),
      ...context,
    }),
    ruleAt: (index) => rules[index] ?? ownRuleAt(index - rules.length),
    hasOwn,
    channel(name) {
      let channel = channels.get(name);
      if (channel === undefined) {
        channel = createChannel((policies as Record<Channel, ChannelPolicy>)[name]);
        channels.set(name, channel);
      }
      return channel;
    },
  };

  function scopesByWord(phrases: readonly Phrase[]): Allowed {
    const found = new Map<number, (Scope | undefined)[]>();
    for (const { text, scope } of phrases) {
      const word = prepared.learn(text);
      found.set(word, [...(found.get(word) ?? []), scope]);
    }
    return found;
  }

  function createChannel(policy: ChannelPolicy): CompiledChannel | null {
    const { only, off } = policy;
    if (off) return null;
    const alike = [...channels.values()].find((channel) => channel && channel.policy.only === only);
    if (alike) return { ...alike, policy };
    const wanted = rules.map(({ category, patterns }) => (!only || only.includes(category) ? patterns : []));
    const words = new Set<number>();
    for (const group of new Set(wanted.flat().map(({ anchor }) => anchor)))
      for (const word of lexicon.members[group]!) words.add(word);
    const { own } = prepared;
    if (terms.length > 0) own.reserve(words.size);
    const openings = createOpenings(terms.length > 0 ? own.room : words.size);
    for (const word of words) addWord(openings, word);
    if (terms.length > 0) addAll(openings, own.openings);
    return {
      policy,
      screen: createScreen(openings, prepared.table, prepared.voices, prepared.shapes),
      scan: createScan(
        wanted,
        { byWord, same, rule: rules.length },
        own.tokens,
        lexicon,
        prepared.reader,
        prepared.follow,
      ),
    };
  }

  function addWord(openings: Openings, word: number): void {
    const spelling = lexicon.words[word]!;
    addWritten(openings, spelling, prepared.voices);
    if (veilable[word] === 1) prepared.veiled.addOpening(openings, spelling);
  }
}
