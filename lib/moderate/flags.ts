import type { Finding } from '../model.ts';
import type { Reading } from '../reply/types.ts';
import type { Leak, LeakKind } from './leaks.ts';

/** Why a moderator should look at a viewer's comment, the gravest first. */
const flagKinds = ['goods', 'fraud', 'diversion', 'leak', 'abuse', 'own', 'chorus', 'spam'] as const;
export type FlagKind = (typeof flagKinds)[number];

/** One reason with what it rests on: articles of law, or the kinds of what was given away. */
export interface Flag {
  kind: FlagKind;
  basis: readonly string[];
  leaks: readonly LeakKind[];
}

/** Categories of the rules for viewers (docs/compliance.md) as a moderator calls them. */
const kindOf: Readonly<Record<string, FlagKind>> = {
  T1: 'diversion',
  K1: 'fraud',
  V1: 'abuse',
  Z1: 'goods',
  OWN: 'own',
};

interface Heard {
  reading: Pick<Reading, 'intent'>;
  /** in the channel of viewers */
  findings: readonly Finding[];
  leaks: readonly Leak[];
  /** one of several accounts that praise alike */
  isChorus: boolean;
}

/** The reasons to look at one comment, each once, in the order of `flagKinds`. Nothing is hidden for them. Pure. */
export function flagsOf({ reading, findings, leaks, isChorus }: Heard): Flag[] {
  const bases = new Map<FlagKind, string[]>();
  const note = (kind: FlagKind, basis?: string): void => {
    const known = bases.get(kind) ?? [];
    bases.set(kind, basis === undefined || known.includes(basis) ? known : [...known, basis]);
  };
  for (const { category, severity, basis } of findings) {
    const kind = kindOf[category];
    if (kind && severity !== 'S0') note(kind, basis);
  }
  if (leaks.length > 0) note('leak');
  if (isChorus) note('chorus');
  if (reading.intent === 'abuse') note('abuse');
  if (reading.intent === 'spam' && bases.size === 0) note('spam');
  return flagKinds.flatMap((kind) => {
    const basis = bases.get(kind);
    if (!basis) return [];
    return [{ kind, basis, leaks: kind === 'leak' ? [...new Set(leaks.map((leak) => leak.kind))] : [] }];
  });
}
