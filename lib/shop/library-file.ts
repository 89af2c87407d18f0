import { productCategories } from '../compliance/types.ts';
import { intents, objections, scenes } from '../reply/types.ts';
import { z } from '../zod.ts';
import { type Incoming, incomingScript, type ScriptDraft, shown } from './incoming.ts';
import { incomingProduct, type ProductDraft } from './product-table.ts';
import { most, type ShopProduct, type ShopScript } from './schema.ts';

/**
 * The library as JSON, in the format that `ask` reads: `{"products":[…],"replies":[…]}`. Lossless but for the
 * times at which rows were added; what `ask` does not know it passes over.
 */
export const libraryJson = (scripts: readonly ShopScript[], products: readonly ShopProduct[]): string =>
  JSON.stringify(
    {
      products: products.map(({ id, names, link, category, facts }) => ({
        id,
        name: names,
        link,
        trade: category,
        facts,
      })),
      replies: scripts.map(({ id, examples, text, intent, scene, product, objection, code }) => ({
        id,
        question_examples: examples,
        reply: text,
        intent,
        stage: scene,
        product,
        objection,
        code,
      })),
    },
    null,
    1,
  );

const Whole = z.object({
  products: z.array(z.unknown()).max(most.products).optional(),
  replies: z.array(z.unknown()).max(most.scripts),
});
const Name = z.union([z.string(), z.number()]).transform(String);
const Reply = z.object({
  id: Name.optional(),
  question_examples: z.array(z.string()).optional(),
  reply: z.string(),
  intent: z.enum(intents).optional().catch(undefined),
  stage: z.enum(scenes).optional().catch(undefined),
  product: Name.nullish(),
  objection: z.enum(objections).optional().catch(undefined),
  code: z.string().optional().catch(undefined),
});
const Goods = z.object({
  id: Name.optional(),
  name: z.string(),
  link: Name.optional(),
  trade: z.enum(productCategories).optional().catch(undefined),
  facts: z.array(z.object({ label: z.string(), value: z.string() })).optional(),
});

/** Reads a library in that format, ours or another maker's; null when it is none. `line` counts the entries. */
export function readLibraryJson(
  text: string,
): { scripts: Incoming<ScriptDraft>[]; products: Incoming<ProductDraft>[] } | null {
  const whole = Whole.safeParse(parse(text));
  if (!whole.success) return null;
  return {
    scripts: whole.data.replies.map((entry, index) => {
      const reply = Reply.safeParse(entry).data;
      if (!reply) return unreadable(index + 1, entry);
      const {
        id,
        question_examples: examples = [],
        reply: text,
        intent,
        stage,
        product,
        objection,
        code,
      } = reply;
      return incomingScript(index + 1, {
        text,
        examples,
        ...(id && { id }),
        ...(intent && { intent }),
        ...(stage && { scene: stage }),
        ...(product && { product }),
        ...(objection && { objection }),
        ...(code && { code }),
      });
    }),
    products: (whole.data.products ?? []).map((entry, index) => {
      const goods = Goods.safeParse(typeof entry === 'string' ? { name: entry } : entry).data;
      if (!goods) return unreadable(index + 1, entry);
      const { id, name, link, trade, facts = [] } = goods;
      return incomingProduct(index + 1, {
        names: name,
        facts,
        ...(id && { id }),
        ...(link && { link }),
        ...(trade && { category: trade }),
      });
    }),
  };
}

const unreadable = (line: number, entry: unknown) => ({
  line,
  problem: 'not-readable' as const,
  shown: shown(JSON.stringify(entry) ?? ''),
});

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
