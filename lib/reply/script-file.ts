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
 * Intents and stages may have others' names; unknown ones become `other` and `conversion`.
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
      intent: intentNamed(reply.intent),
      scene: sceneNamed(reply.stage),
      text: reply.reply,
      examples: reply.question_examples,
      ...(reply.product == null || reply.product === '' ? {} : { product: String(reply.product) }),
    })),
    products: (parsed.data.products ?? []).map(readProduct),
  };
}

/** Ours, or what others call it: 价格, logistics, after-sale. */
function intentNamed(name: string | null | undefined): Intent {
  const word = (name ?? '').trim().toLowerCase().replace(/[-_ ]/g, '');
  return intents.find((intent) => intent === word || otherNames[intent]?.test(word)) ?? 'other';
}

const otherNames: Partial<Record<Intent, RegExp>> = {
  price: /^(?:pricing|价格|询价|价钱|议价)$/,
  coupon: /^(?:promotion|discount|优惠券?|活动|促销|赠品|gift)$/,
  size: /^(?:sizing|尺码|尺寸)$/,
  spec: /^(?:specs?|specification|colou?r|colou?rspec|规格|颜色|参数|颜色规格)$/,
  stock: /^(?:inventory|库存|现货)$/,
  shipping: /^(?:delivery|logistics|发货|物流|快递|发货物流)$/,
  authenticity: /^(?:genuine|authentic|正品|真伪|真假)$/,
  ingredients: /^(?:ingredient|materials?|成分|配料|材质)$/,
  suitability: /^(?:suitable|适用|适合|适用人群)$/,
  usage: /^(?:use|howto|使用|用法|使用方法)$/,
  aftersale: /^(?:aftersales|afterservice|refund|returns?|warranty|售后|退换货?|退货)$/,
  complaint: /^(?:complaints|投诉|抱怨)$/,
  order: /^(?:ordertrouble|orderissue|orders|订单|订单问题)$/,
  comparison: /^(?:compare|对比|比较)$/,
  link: /^(?:linkrequest|链接|求链接)$/,
  praise: /^(?:表扬|好评|夸赞)$/,
  greeting: /^(?:打招呼|问候)$/,
  abuse: /^(?:辱骂)$/,
};

function sceneNamed(name: string | null | undefined): Scene {
  const word = (name ?? '').trim().toLowerCase();
  return scenes.find((scene) => scene === word) ?? sceneNames[word] ?? 'conversion';
}

const sceneNames: Readonly<Record<string, Scene>> = {
  破冰: 'icebreak',
  共鸣: 'resonance',
  转化: 'conversion',
  留存: 'retention',
};

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
