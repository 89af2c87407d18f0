import type { Level, RuleSettings } from '../../lib/compliance/types.ts';

/** What can be switched. */
export type Kind = keyof RuleSettings['off'];

/** The settings with one list, category or rule on or off. */
export function switched(rules: RuleSettings, kind: Kind, id: string, on: boolean): RuleSettings {
  const others = rules.off[kind].filter((known) => known !== id);
  return { ...rules, off: { ...rules.off, [kind]: on ? others : [...others, id] } };
}

/** The settings with a severity of a moderator's own for a rule; without one it is the usual. */
export function leveled(
  rules: RuleSettings,
  rule: string,
  usual: Level,
  level: Level | undefined,
): RuleSettings {
  const { [rule]: _, ...others } = rules.levels;
  return { ...rules, levels: level && level !== usual ? { ...others, [rule]: level } : others };
}
