import type { RuleSettings } from '../../lib/compliance/types.ts';

/** What can be switched. */
export type Kind = keyof RuleSettings['off'];

export const isOn = (rules: RuleSettings, kind: Kind, id: string): boolean => !rules.off[kind].includes(id);

/** The settings with one list, category or rule on or off. */
export function switched(rules: RuleSettings, kind: Kind, id: string, on: boolean): RuleSettings {
  const others = rules.off[kind].filter((known) => known !== id);
  return { ...rules, off: { ...rules.off, [kind]: on ? others : [...others, id] } };
}
