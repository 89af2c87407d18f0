import type { PlatformId } from '../../model.ts';
import platforms from '../data/platforms.json' with { type: 'json' };
import type { Match } from '../match/follow.ts';
import type { Lexicon } from '../match/lexicon.ts';

/** Words that name a platform and words that name any place outside it, by id. */
export interface Homes {
  sites: ReadonlySet<number>;
  home: Readonly<Record<PlatformId, ReadonlySet<number>>>;
}

/** The class of rules/platform.json that names other places. */
const otherSite = '<other-site>';

export function homesIn(lexicon: Lexicon): Homes {
  const wordsOf = (names: string) => new Set(names.split(' ').map((name) => lexicon.addWord(name)));
  const { douyin, taobao, kuaishou } = platforms.home;
  return {
    sites: new Set(lexicon.members[lexicon.groupOf(otherSite)]),
    home: { douyin: wordsOf(douyin), taobao: wordsOf(taobao), kuaishou: wordsOf(kuaishou) },
  };
}

/** Whether a finding sends viewers nowhere but to the platform they are on. */
export function staysHome(
  { tokens }: Match,
  platform: PlatformId | undefined,
  { sites, home }: Homes,
  meant: Lexicon['meant'],
): boolean {
  if (platform === undefined) return false;
  const named = tokens.filter(({ word }) => sites.has(word));
  return named.length > 0 && named.every(({ word }) => home[platform].has(meant[word]!));
}
