import { builtInPart } from './built-in-part.ts';
import policies from './data/channels.json' with { type: 'json' };
import type { Allowed } from './kept.ts';
import type { Scan } from './match/scanner.ts';
import type { Screen } from './match/screen.ts';
import { ownPart } from './own-part.ts';
import type { CompiledRule, Prepared } from './prepare.ts';
import type { Severity } from './rules.ts';
import { ownRule, versionOf } from './settings.ts';
import type { Channel, CheckContext, RuleSettings } from './types.ts';

/** Everything that judging a text needs. */
export interface Compiled extends Prepared {
  version: string;
  /** by word: 1 where a rule that is on lets it be veiled */
  veilable: Uint8Array;
  /** words of phrases that silence what is inside them, and where */
  allowed: readonly Allowed[];
  /** those of them that silence firm rules, too */
  firmAllowed: readonly Allowed[];
  ruleAt(index: number): CompiledRule;
  /** a context with what the shop sells and can prove, where it names none, and the time */
  completed(context: CheckContext): CheckContext;
  /** whether the shop has terms or phrases of its own */
  hasOwn: boolean;
  /** what finds the rules of a channel; null where nothing is judged */
  channel(name: Channel): CompiledChannel | null;
}

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
  const { rules, veilable, finder } = builtInPart(settings, prepared);
  const own = ownPart(settings, prepared);
  const channels = new Map<Channel, CompiledChannel | null>();
  const ownRuleAt = (index: number) => {
    const { term, list } = own.termAt(index);
    return ownRule(term, list, settings);
  };

  return {
    ...prepared,
    version: versionOf(settings, prepared),
    veilable,
    allowed: own.allowed,
    firmAllowed: own.firmAllowed,
    completed: (context) => ({
      category: settings.product,
      evidence: settings.evidence,
      now: now(),
      ...context,
    }),
    ruleAt: (index) => rules[index] ?? ownRuleAt(index - rules.length),
    hasOwn: own.hasTerms || own.hasPhrases,
    channel(name) {
      let channel = channels.get(name);
      if (channel === undefined) {
        channel = createChannel((policies as Record<Channel, ChannelPolicy>)[name]);
        channels.set(name, channel);
      }
      return channel;
    },
  };

  function createChannel(policy: ChannelPolicy): CompiledChannel | null {
    if (policy.off) return null;
    const { screen, scan } = finder(policy.only);
    return {
      policy,
      screen: anyOf(screen, own.screen),
      scan() {
        const found = scan();
        own.take(found, rules.length);
        return found;
      },
    };
  }
}

function anyOf(first: Screen | null, second: Screen | null): Screen {
  if (first && second) return (text) => first(text) || second(text);
  return first ?? second ?? (() => false);
}
