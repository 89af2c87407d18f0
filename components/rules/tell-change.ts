import { ruleCatalogue } from '../../lib/compliance/index.ts';
import {
  ownList,
  type Profile,
  type RuleSettings,
  type Switched,
  type Term,
} from '../../lib/compliance/types.ts';
import { formatCount } from '../../lib/i18n/format.ts';
import type { Text } from '../../lib/i18n/zh-cn.ts';
import type { Change } from '../../lib/lists/changes.ts';
import type { ListHead } from '../../lib/lists/word-list.ts';
import type { Session } from '../../lib/model.ts';
import type { Review, ReviewKind, ReviewNeed } from '../../lib/review/review.ts';
import { categoryName } from './rule-names.ts';
import { scopeName } from './ScopeSelect.tsx';

/** What changes are told with: the words of the language, and how lists and rooms are called now. */
export interface Names {
  text: Text;
  lists: ReadonlyMap<string, string>;
  profiles: ReadonlyMap<string, string>;
  sessions: readonly Session[];
}

const toldAtMost = 3;
const rules = new Map(
  ruleCatalogue.flatMap(({ categories }) =>
    categories.flatMap(({ rules }) => rules.map((one) => [one.id, one] as const)),
  ),
);

/** Some changes made at once, in one line. */
export function tellChanges(changes: readonly Change[], names: Names): string {
  const told = changes.slice(0, toldAtMost).map((change) => tellChange(change, names));
  if (changes.length > toldAtMost) told.push(names.text.lists.and(formatCount(changes.length)));
  return told.join(names.text.lists.comma);
}

function tellChange(
  { part, key, before, after }: Change,
  { text, lists, profiles, sessions }: Names,
): string {
  const { did } = text.lists;
  const severity = text.findings.severity;
  const listName = (id: string) =>
    id === ownList
      ? text.lists.own
      : (ruleCatalogue.find((one) => one.id === id)?.name ?? lists.get(id) ?? id);
  const ruleName = (id: string) => rules.get(id)?.name ?? id.replace(/^own:/, '');
  const switched = (name: string) => (after.length > 0 ? did.off(name) : did.on(name));
  const put = (name: string, tell: (item: unknown) => string) =>
    before.length === 0
      ? did.added([name, tell(after[0])].filter(Boolean).join(' '))
      : after.length === 0
        ? did.removed(name)
        : did.changed(name, tell(before[0]), tell(after[0]));
  const where = (item: unknown) => {
    const { scope } = item as { scope?: Term['scope'] };
    return scopeName(scope, text, sessions);
  };
  const toldSwitch = (old: Switched | undefined, now: Switched | undefined): string => {
    const { profile = '', room = '' } = now ?? old ?? {};
    const name = profiles.get(profile) ?? profile;
    if (!now) return text.profile.did.auto(name);
    const title = room && scopeName({ room }, text, sessions);
    return text.profile.did[now.isOn ? 'on' : 'off'](name, title && ` · ${title}`);
  };
  switch (part) {
    case 'offLists':
      return switched(listName(key));
    case 'offCategories':
      return switched(categoryName(key) ?? key);
    case 'offRules':
      return switched(ruleName(key));
    case 'offTerms': {
      const [list = '', ...word] = key.split(':');
      return switched(`${listName(list)} · ${word.join(':')}`);
    }
    case 'terms':
      return put(key, (item) =>
        [severity[(item as Term).severity], where(item) || text.rules.everywhere].join(' · '),
      );
    case 'allow':
      return put(did.phrase(key), (item) => where(item) || text.rules.everywhere);
    case 'quiet': {
      const gained = after.length > before.length;
      return gained ? did.quieted(ruleName(key), where(after.at(-1))) : did.resumed(ruleName(key));
    }
    case 'levels': {
      const level = (item: unknown) => {
        const set = (item as [string, Term['severity']] | undefined)?.[1];
        return set ? severity[set] : did.usual;
      };
      return did.changed(ruleName(key), level(before[0]), level(after[0]));
    }
    case 'evidence':
      return put(did.paper(((after[0] ?? before[0]) as RuleSettings['evidence'][number]).covers), () => '');
    case 'product':
      return did.changed(
        did.product,
        text.rules.trades[before[0] as RuleSettings['product']],
        text.rules.trades[after[0] as RuleSettings['product']],
      );
    case 'profiles': {
      const [old, now] = [before[0], after[0]] as (Profile | undefined)[];
      const name = text.profile.did.profile((now ?? old)?.name ?? key);
      if (!old || !now) return old ? did.removed(name) : did.added(name);
      return did.changed(name, toldProfile(old, text), toldProfile(now, text));
    }
    case 'switched':
      return toldSwitch(before[0] as Switched | undefined, after[0] as Switched | undefined);
    case 'holding': {
      const title = sessions.find(({ roomId }) => roomId === key)?.title || key;
      return text.profile.did.holding(title, (after as string[]).join(text.lists.comma));
    }
    case 'reviewNeed':
      return did.changed(
        text.review.need,
        text.review.needs[before[0] as ReviewNeed],
        text.review.needs[after[0] as ReviewNeed],
      );
    case 'review': {
      const [old, now] = [before[0], after[0]] as Pick<Review, 'state' | 'text'>[];
      const kind = key.split(':')[0] as ReviewKind;
      const name = text.review.did(text.review.kinds[kind], now?.text ?? '');
      return did.changed(name, text.review.states[old!.state], text.review.states[now!.state]);
    }
    case 'heads': {
      const [old, now] = [before[0], after[0]] as (ListHead | undefined)[];
      if (!old || !now) return old ? did.removed(old.name) : did.added(now?.name ?? key);
      if (old.name !== now.name) return did.changed(text.lists.name, old.name, now.name);
      return did.changed(now.name, told(old, text), told(now, text));
    }
  }
}

const toldProfile = ({ lists, levels, terms }: Profile, text: Text): string =>
  text.profile.told(
    formatCount(lists.on.length + lists.off.length),
    formatCount(Object.keys(levels).length),
    formatCount(terms.length),
  );

const told = ({ version, terms, phrases }: ListHead, { lists }: Text): string =>
  `${lists.version(version)} (${formatCount(terms + phrases)})`;
