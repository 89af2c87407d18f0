/** What a viewer wants. */
export const intents = [
  'price',
  'coupon',
  'size',
  'spec',
  'stock',
  'shipping',
  'authenticity',
  'ingredients',
  'suitability',
  'usage',
  'aftersale',
  'complaint',
  'order',
  'comparison',
  'link',
  'praise',
  'greeting',
  'vote',
  'abuse',
  'spam',
  'injection',
  'other',
] as const;
export type Intent = (typeof intents)[number];

/** 破冰 · 共鸣 · 转化 · 留存 */
export const scenes = ['icebreak', 'resonance', 'conversion', 'retention'] as const;
export type Scene = (typeof scenes)[number];

/** 价格敏感 · 功能质疑 · 服务焦虑 */
export const objections = ['price', 'function', 'service'] as const;
export type Objection = (typeof objections)[number];

/** What may be known of an asker: has it in the cart, has ordered, belongs here, speaks for the first time. */
export const traits = ['cart', 'order', 'fan', 'new'] as const;
export type Trait = (typeof traits)[number];

/** One reply of the script library. `text` may hold {slots} that product facts fill. */
export interface Script {
  id: string;
  intent: Intent;
  scene: Scene;
  objection?: Objection;
  text: string;
  /** questions it answers, in viewers' words */
  examples: readonly string[];
  product?: string;
}

/** What a comment says, found locally in microseconds. */
export interface Reading {
  intent: Intent;
  isQuestion: boolean;
  sentiment: 'positive' | 'neutral' | 'negative';
  objection: Objection | null;
  /** link number, height, weight, size, colour, quantity …, as written */
  slots: Readonly<Record<string, string>>;
}

/** The consoles' boxes take so many UTF-16 units. */
export const replyLimit = 50;
