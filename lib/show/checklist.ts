import { type Evidence, isBlocking } from '../compliance/types.ts';
import type { Finding, ShowPlan } from '../model.ts';
import type { ShopProduct } from '../shop/schema.ts';

/** What is looked at before going live, in the order in which it is told. */
const checkIds = ['spoken', 'scripts', 'products', 'evidence', 'lists', 'capture', 'model', 'voice'] as const;
export type CheckId = (typeof checkIds)[number];

/** `unused`: the shop does without; `looking`: not known yet. What is wrong is named, a few words each. */
export interface Check {
  id: CheckId;
  state: 'good' | 'bad' | 'unused' | 'looking';
  wrong: string[];
}

/** What is known when the list is made; undefined is what is not known yet. */
export interface BeforeLive {
  plan: ShowPlan;
  /** what the rules find when the host says it */
  judge?: ((text: string) => readonly Finding[]) | undefined;
  /** scripts of the shop, and those that cannot be used */
  scripts?: { all: number; bad: number } | undefined;
  products?: readonly ShopProduct[] | undefined;
  evidence?: readonly Evidence[] | undefined;
  /** names of lists that are off or were not brought up to date */
  lists?: readonly string[] | undefined;
  /** null when comments come in, else what is wrong */
  capture?: string | null | undefined;
  /** `off` without a provider; null when it answers, else what it said */
  model?: 'off' | { trouble: string | null } | undefined;
  /** `off` when nobody listens to the host; null when the microphone hears, else what is wrong */
  voice?: 'off' | { trouble: string | null } | undefined;
  /** ms epoch at which the broadcast will be over */
  until: number;
  /** as the catalogue has it */
  nameOf(paper: Evidence): string;
}

/** Looks at what a broadcast needs before it begins. Pure. */
export function checkBeforeLive(known: BeforeLive): Check[] {
  const { plan, judge, scripts, products, evidence, lists, capture, until, nameOf } = known;
  const held = (trouble: 'off' | { trouble: string | null } | undefined): Omit<Check, 'id'> => {
    if (trouble === undefined) return looking;
    return trouble === 'off'
      ? { state: 'unused', wrong: [] }
      : verdict(trouble.trouble ? [trouble.trouble] : []);
  };
  const found: Record<CheckId, Omit<Check, 'id'>> = {
    spoken: judge ? verdict(riskyIn(plan, judge)) : looking,
    scripts: !scripts
      ? looking
      : scripts.all === 0
        ? { state: 'unused', wrong: [] }
        : verdict(scripts.bad > 0 ? [String(scripts.bad)] : []),
    products: products ? verdict(strayIn(plan, products)) : looking,
    evidence: !evidence
      ? looking
      : evidence.length === 0
        ? { state: 'unused', wrong: [] }
        : verdict(evidence.filter((paper) => paper.until <= until).map(nameOf)),
    lists: lists ? verdict(lists) : looking,
    capture: capture === undefined ? looking : verdict(capture === null ? [] : [capture]),
    model: held(known.model),
    voice: held(known.voice),
  };
  return checkIds.map((id) => ({ id, ...found[id] }));
}

const looking: Omit<Check, 'id'> = { state: 'looking', wrong: [] };
const verdict = (wrong: readonly string[]): Omit<Check, 'id'> => ({
  state: wrong.length > 0 ? 'bad' : 'good',
  wrong: [...wrong],
});

/** Segments whose words are blocked, with the words. */
const riskyIn = ({ segments }: ShowPlan, judge: (text: string) => readonly Finding[]): string[] =>
  segments.flatMap(({ name, script }) => {
    const findings = script === undefined ? [] : judge(script).filter(isBlocking);
    return findings.length > 0 ? [`${name}“${findings.map(({ text }) => text).join('、')}”`] : [];
  });

/** Segments about a product that the shop's table does not have. */
const strayIn = ({ segments }: ShowPlan, products: readonly ShopProduct[]): string[] => [
  ...new Set(segments.flatMap(({ product }) => (product && !productIn(product, products) ? [product] : []))),
];

/** The product that a segment names, by link number (3, 3号链接) or by name; null when the table has none. */
export function productIn(named: string, products: readonly ShopProduct[]): ShopProduct | null {
  const link = named.normalize('NFKC').match(/^\s*(\d{1,3})\s*(?:号.*)?$/)?.[1];
  if (link !== undefined) return products.find((one) => one.link === String(Number(link))) ?? null;
  const name = named.trim().toLowerCase();
  return (
    products.find(({ names }) => names.toLowerCase() === name) ??
    products.find(({ names }) => {
      const called = names.toLowerCase();
      return called.includes(name) || name.includes(called);
    }) ??
    null
  );
}
