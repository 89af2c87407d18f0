import { limits } from '../limits.ts';
import { z } from '../zod.ts';
import { Finding, Id, stamped } from './shape.ts';

export const CommentEvent = z.object({
  kind: z.literal('comment'),
  ...stamped,
  /** the platform's id as a string, or one made from the row when `idKind` is synthetic */
  id: Id,
  idKind: z.enum(['feed', 'synthetic']),
  userId: z.string().max(128).optional(),
  nick: z.string().max(limits.nick),
  text: z.string().min(1).max(limits.text),
  source: z.enum(['feed', 'dom']),
  /** written by the broadcaster's own account */
  anchor: z.literal(true).optional(),
  /** was on the page before capture began */
  backlog: z.literal(true).optional(),
  /** 已加购, 已下单, 粉丝 …: as the platform words them */
  badges: z.array(z.string().max(limits.badge)).max(limits.badges).optional(),
});
export type CommentEvent = z.infer<typeof CommentEvent>;

/** The room was found, went live, or is over. */
export const RoomEvent = z.object({
  kind: z.literal('room'),
  ...stamped,
  phase: z.enum(['live', 'ended']),
  title: z.string().max(200).optional(),
});

/** A figure that the page shows: people online and in all, likes, orders, sales in fen, 回复率 in per cent. */
export const MetricEvent = z.object({
  kind: z.literal('metric'),
  ...stamped,
  name: z.enum(['online', 'viewers', 'likes', 'orders', 'sales', 'replyRate']),
  value: z.number().min(0),
});
export type MetricEvent = z.infer<typeof MetricEvent>;

/** What a viewer did other than speak. */
export const AudienceEvent = z.object({
  kind: z.literal('audience'),
  ...stamped,
  what: z.enum(['enter', 'like', 'follow', 'fanclub', 'gift', 'share', 'order']),
  id: Id.optional(),
  userId: z.string().max(128).optional(),
  nick: z.string().max(limits.nick).optional(),
  /** likes, gifts or pieces at once */
  count: z.number().int().min(1).optional(),
  /** the gift's or the product's name */
  item: z.string().max(limits.title).optional(),
});
export type AudienceEvent = z.infer<typeof AudienceEvent>;

const Product = z.object({
  id: Id,
  /** link number as shown, 1号链接 */
  number: z.number().int().min(0).optional(),
  title: z.string().max(limits.title),
  /** in fen */
  price: z.number().int().min(0).optional(),
  stock: z.number().int().min(0).optional(),
});

/** The goods on sale as the page shows them, whole, whenever they have changed. */
export const GoodsEvent = z.object({
  kind: z.literal('goods'),
  ...stamped,
  items: z.array(Product).max(limits.goods),
  /** id of the one being explained */
  explaining: Id.nullable(),
});
export type GoodsEvent = z.infer<typeof GoodsEvent>;

/** What stands in the console's own box, with what was found in it; empty findings clear it. */
export const DraftEvent = z.object({
  kind: z.literal('draft'),
  ...stamped,
  text: z.string().max(limits.text),
  findings: z.array(Finding).max(50),
  rules: z.string(),
});
export type DraftEvent = z.infer<typeof DraftEvent>;
