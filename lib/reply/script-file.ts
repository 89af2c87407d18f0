import { z } from '../zod.ts';
import { type Intent, intents, type Scene, type Script, scenes } from './types.ts';

/** What is sold, as far as it helps to tell whose reply is meant. */
export interface Product {
  id: string;
  /** its names, in one string */
  names: string;
  /** its link number in the room, in digits */
  link?: string;
}

const Text = z.string().min(1).max(1000);
const ScriptFile = z.object({
  products: z
    .array(z.union([Text, z.record(z.string(), z.unknown())]))
    .max(5000)
    .optional(),
  replies: z
    .array(
      z.object({
        id: z.union([Text, z.number()]),
        question_examples: z.array(Text).max(200),
        reply: Text,
        intent: z.string().max(100).nullish(),
        stage: z.string().max(100).nullish(),
        product: z.union([z.string().max(200), z.number()]).nullish(),
      }),
    )
    .max(50_000),
});

/**
 * Reads a script library from a file of another maker: `{"products":[…],"replies":[…]}`.
 *
 * Unknown intents and stages become `other` and `conversion`.
 */
export function parseScriptFile(
  value: unknown,
): { ok: true; scripts: Script[]; products: Product[] } | { ok: false; error: string } {
  const parsed = ScriptFile.safeParse(value);
  if (!parsed.success) return { ok: false, error: z.prettifyError(parsed.error) };
  return {
    ok: true,
    scripts: parsed.data.replies.map((reply) => ({
      id: String(reply.id),
      intent: intents.includes(reply.intent as Intent) ? (reply.intent as Intent) : 'other',
      scene: scenes.includes(reply.stage as Scene) ? (reply.stage as Scene) : 'conversion',
      text: reply.reply,
      examples: reply.question_examples,
      ...(reply.product == null || reply.product === '' ? {} : { product: String(reply.product) }),
    })),
    products: (parsed.data.products ?? []).map(readProduct),
  };
}

function readProduct(product: string | Record<string, unknown>): Product {
  if (typeof product === 'string') return { id: product, names: product };
  const id = product.id ?? product.name ?? product.title ?? '';
  const names = ['name', 'title', 'alias', 'aliases', 'category', 'keywords']
    .flatMap((key) => product[key] ?? [])
    .filter((name) => typeof name === 'string')
    .join(' ')
    .slice(0, 500);
  const link = product.link ?? product.number ?? product.no ?? product.index;
  const digits =
    typeof link === 'number' || typeof link === 'string' ? /\d{1,3}/.exec(String(link))?.[0] : undefined;
  return { id: String(id), names, ...(digits ? { link: digits } : {}) };
}
