import { starterScripts } from '../reply/starter.ts';
import type { Script } from '../reply/types.ts';
import type { StarterSettings } from './schema.ts';

/** For whom the replies we bring along are; what no trade of its own has is for all. */
export const trades = ['general', 'clothing', 'beauty', 'food', 'home'] as const;
export type Trade = (typeof trades)[number];

const idsByTrade: Record<Exclude<Trade, 'general'>, string> = {
  clothing:
    'size-body size-bra size-kids size-large size-largest size-length size-model size-plus size-shoes size-slim size-small size-true spec-breath spec-elastic spec-fade spec-lining spec-pilling spec-pocket spec-sheer spec-shrink spec-thick spec-warm spec-wrinkle ing-cotton ing-down ing-leather use-wash use-dryclean use-pair suit-look suit-slim cmp-which-look after-tried',
  beauty:
    'ing-alcohol ing-fragrance ing-hormone suit-acne suit-dry suit-hair suit-oily suit-sensitive suit-skin use-makeup use-rinse use-sequence use-sun spec-shade spec-fragrance auth-record after-trial',
  food: 'ing-additive ing-calories ing-food ing-sugar spec-flavours spec-spicy spec-sweet spec-taste spec-shelf use-drink use-eat use-ready suit-sugar suit-diet cmp-which-eat after-fruit comp-tasteless',
  home: 'spec-battery spec-capacity spec-compat spec-load spec-memory spec-noise spec-power spec-water auth-ccc use-install use-microwave use-stove ing-plastic ing-steel ing-wood after-warranty suit-home',
};

const tradeById = new Map(
  Object.entries(idsByTrade).flatMap(([trade, ids]) =>
    ids.split(' ').map((id) => [id, trade as Trade] as const),
  ),
);

/** The trade that a reply we bring along is for. */
export const tradeOf = (id: string): Trade => tradeById.get(id) ?? 'general';

/** The replies we bring along, as far as they are switched on. */
export const starterIn = ({ isOn, off }: StarterSettings): readonly Script[] =>
  isOn ? starterScripts.filter(({ id }) => !off.includes(tradeOf(id))) : [];
