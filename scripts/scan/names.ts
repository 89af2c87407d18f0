import {
  type Channel,
  channels,
  type ProductCategory,
  productCategories,
} from '../../lib/compliance/types.ts';
import { type PlatformId, platformIds } from '../../lib/model.ts';

/** What people and other tools call a channel, a product category or a platform. */
const channelNames: Record<Channel, string> = {
  host: 'speech script live 口播 主播口播 主播 话术 脚本',
  title: 'overlay caption product_title 标题 商品标题 贴片 字幕',
  public_reply: 'reply public 公屏回复 公屏 回复',
  dm: 'direct_message private_message private message 私信 私信客服 客服',
  viewer_comment: 'viewer comment comments audience 观众评论 评论 弹幕',
  internal: 'note internal_note 内部 内部备注 备注',
};
const categoryNames: Record<ProductCategory, string> = {
  general: 'ordinary ordinary_goods goods other none 普通商品 普通 其他',
  food: 'foods ordinary_food 食品 普通食品',
  health_food: 'healthfood health_foods supplement nutrition 保健食品 保健品',
  cosmetics: 'cosmetic ordinary_cosmetics 化妆品 普通化妆品',
  special_cosmetics: 'special_cosmetic 特殊化妆品 特证化妆品',
  medical:
    'drug drugs medicine drugs_and_devices drug_device drugs_devices device devices medical_device 药品 医疗器械 医疗器械与药品 药械',
  education: 'training 教育 教育培训 培训',
  investment: 'finance franchise 投资 招商 招商投资 理财 加盟',
  property: 'real_estate realestate estate housing 房产 房地产',
  alcohol: 'liquor wine spirits 酒 酒类',
  infant_food: 'infant infant_formula baby_food formula 婴幼儿食品 婴配 奶粉',
};
const platformNames: Record<PlatformId, string> = {
  douyin: '抖音 dy',
  taobao: '淘宝 tb tmall 天猫',
  kuaishou: '快手 ks',
};

/** Reads a name in any of its forms, whatever its case, spaces or hyphens; throws on one nobody knows. */
export const readChannel = reader('channel', channels, channelNames);
export const readCategory = reader('category', productCategories, categoryNames);
export const readPlatform = reader('platform', platformIds, platformNames);

function reader<T extends string>(field: string, known: readonly T[], names: Record<T, string>) {
  const byName = new Map<string, T>();
  for (const one of known) for (const name of [one, ...names[one].split(' ')]) byName.set(name, one);
  return (value: unknown): T | undefined => {
    if (value === undefined || value === null || value === '') return undefined;
    const found = typeof value === 'string' ? byName.get(formOf(value)) : undefined;
    if (found) return found;
    throw new Error(`Unknown ${field} ${JSON.stringify(value)}. Known: ${known.join(', ')}.`);
  };
}

const formOf = (value: string): string =>
  value
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
