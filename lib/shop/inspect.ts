import { type Disagreement, disagreementIn } from '../assist/agree.ts';
import { onShelf } from '../assist/facts.ts';
import type { ProductFacts } from '../assist/types.ts';
import { isBlocking, type ProductCategory } from '../compliance/types.ts';
import type { Finding, GoodsEvent } from '../model.ts';
import { replyLimit, type Script } from '../reply/types.ts';
import { countWordings, slotsOf, wordScript } from './words.ts';

/** What keeps a script from being used, or should be known of it. */
export type Issue =
  | { kind: 'blocked' | 'proof'; text: string; findings: readonly Finding[] }
  | { kind: 'long'; length: number; limit: number }
  | { kind: 'open'; slots: string[] }
  /** the page's shelf has another price or stock */
  | { kind: 'figure'; differs: Disagreement }
  /** no question leads to it; only the search does */
  | { kind: 'unasked' };

/** What the rules find in a public reply about goods of that kind. */
export type JudgeReply = (text: string, category?: ProductCategory) => readonly Finding[];

interface Context {
  judge: JudgeReply;
  products: readonly ProductFacts[];
  /** the page's shelf as it was seen last */
  shelf?: GoodsEvent['items'];
  /** longest reply in UTF-16 units */
  limit?: number;
}

/** Wordings of one script that are looked at. */
const mostWordings = 64;
/** What the page's own shelf tells of any product. */
const anyProduct = {
  names: '商品',
  link: '1',
  facts: [
    { label: '价格', value: '1元' },
    { label: '库存', value: '1件' },
  ],
};

/** Looks at a script in each of its wordings, the way it would be said of its product. */
export function inspectScript(
  script: Script,
  { judge, products, shelf = [], limit = replyLimit }: Context,
): Issue[] {
  const known = products.find(({ id }) => id === script.product) ?? null;
  const shown = known && onShelf(known, shelf);
  const about = shown ?? known;
  const said = new Map<string, { text: string; findings: readonly Finding[]; open: string[] }>();
  for (let turn = 0; turn < Math.min(mostWordings, countWordings(script.text)); turn++) {
    const { text, open } = wordScript(script.text, { turn, product: about });
    if (!said.has(text)) said.set(text, { text, findings: judge(text, about?.category), open });
  }
  const all = [...said.values()];
  const issues: Issue[] = [];
  const blocked = all.find(({ findings }) => findings.some(isBlocking));
  if (blocked)
    issues.push({ kind: 'blocked', text: blocked.text, findings: blocked.findings.filter(isBlocking) });
  const unproven = all.find(({ findings }) => findings.some(({ severity }) => severity === 'S1'));
  if (unproven && !blocked)
    issues.push({
      kind: 'proof',
      text: unproven.text,
      findings: unproven.findings.filter(({ severity }) => severity === 'S1'),
    });
  const length = Math.max(...all.map(({ text, open }) => (open.length > 0 ? 0 : text.length)));
  if (length > limit) issues.push({ kind: 'long', length, limit });
  const slots = slotsOf(script.text).filter((slot) => !canFill(slot, about ? [about] : products));
  if (slots.length > 0) issues.push({ kind: 'open', slots });
  const differs = shown && firstOf(all, ({ text }) => disagreementIn(text, shown.facts));
  if (differs) issues.push({ kind: 'figure', differs });
  if (script.examples.length === 0) issues.push({ kind: 'unasked' });
  return issues;
}

/** Keeps it from being filled. */
export const isGrave = ({ kind }: Issue): boolean => kind === 'blocked' || kind === 'long' || kind === 'open';

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | null): Found | null {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return null;
}

const canFill = (slot: string, products: readonly ProductFacts[]): boolean =>
  [...products, { id: '', ...anyProduct }].some(
    (product) => wordScript(`{${slot}}`, { product }).open.length === 0,
  );
