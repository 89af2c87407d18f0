import { digits, number, shape, text } from '../../packed/shape.ts';

/*
 * Field tables of the messages that are read. Two descriptions (2025-05, 2025-09) agree on them unless a line
 * says otherwise; common, user, chat and like were also seen in frames of 2026-09.
 */

const common = shape({ roomId: [3, digits] });

const user = shape({ id: [1, digits], nick: [3, text], nickAgain: [68, text] });

/** A string piece is field 3 in the one description and 11 in the app's. */
const piece = shape({ text: [3, text], alsoText: [11, text] });
const rich = shape({ pattern: [2, text], pieces: [4, piece, 100] });

/** The two descriptions disagree where the rich text of a chat stands: 22, or 40 and 41. `eventTime` in seconds. */
export const chat = shape({
  common: [1, common],
  user: [2, user],
  content: [3, text],
  eventTime: [15, number],
  rich22: [22, rich],
  rich40: [40, rich],
  rich41: [41, rich],
});

export const emojiChat = shape({
  common: [1, common],
  user: [2, user],
  emoji: [4, rich],
  content: [5, text],
});

const giftKind = shape({ isCombo: [10, number], name: [16, text] });

export const gift = shape({
  common: [1, common],
  repeatCount: [5, number],
  user: [7, user],
  repeatEnd: [9, number],
  kind: [15, giftKind],
  totalCount: [29, number],
});

export const like = shape({
  common: [1, common],
  count: [2, number],
  total: [3, number],
  user: [5, user],
});

/** `action` 1: came in. */
export const member = shape({ common: [1, common], user: [2, user], action: [10, number] });

/** `action` 1: follows, 3: shares (two sources). */
export const social = shape({ common: [1, common], user: [2, user], action: [4, number] });

/** `type` 1: rose by a level, 2: joined (one source). */
export const fansClub = shape({ common: [1, common], type: [2, number], user: [4, user] });

export const userSeq = shape({ common: [1, common], online: [3, number], viewers: [7, number] });

/** The text says what the value counts: 1.2万在线观众. */
export const roomStats = shape({ common: [1, common], long: [4, text], value: [5, number] });

/** `status` 3: the broadcast is over. */
export const control = shape({ common: [1, common], status: [2, number] });

/** The card that lies over the picture for the product being explained. */
export const shopping = shape({ common: [1, common], promotionId: [4, digits] });

const product = shape({ id: [1, digits], index: [2, number], explainType: [4, number] });

export const productChange = shape({
  common: [1, common],
  products: [4, product, 500],
  total: [5, number],
});
