import { bytes, digits, number, shape, text } from '../packed/shape.ts';

/**
 * What the viewer's socket carries, as far as it is read. Field numbers of 310 and 340: the page's own
 * descriptor (two copies, 2026: sure). Those of 829: the classes of the app, decompiled (2025); a live test of
 * 2026-08 found the texts in the same places, and took the style of a text, field 2, for its user.
 */

/** Most entries of one kind that are read of one push. */
const many = 1000;

/** The envelope of every frame. */
export const SocketMessage = shape({
  payloadType: [1, number],
  /** 0 unknown, 1 none, 2 gzip, 3 AES */
  compressionType: [2, number],
  payload: [3, bytes],
});

const User = shape({ principalId: [1, text], userName: [2, text] });

/** 310. comboCommentFeed (7) tells how often a sentence was said and by nobody: not read. */
export const FeedPush = shape({
  displayWatchingCount: [1, text],
  displayLikeCount: [2, text],
  commentFeeds: [
    5,
    shape({
      id: [1, text],
      user: [2, User],
      content: [3, text],
      sortRank: [5, number],
      /** 2: hidden from viewers */
      showType: [7, number],
      /** in two of three sources */
      time: [9, number],
    }),
    many,
  ],
  likeFeeds: [8, shape({ id: [1, text], user: [2, User] }), many],
  giftFeeds: [
    9,
    shape({
      id: [1, text],
      user: [2, User],
      time: [3, number],
      batchSize: [7, number],
      about: [19, shape({ giftName: [5, text] })],
    }),
    many,
  ],
  shareFeeds: [12, shape({ id: [1, text], user: [2, User], time: [3, number] }), many],
});

/** 340. */
export const WatchingList = shape({ displayWatchingCount: [2, text] });

/** 829: sentences in pieces, the name being the first of them. */
export const RichText = shape({
  message: [
    1,
    shape({
      id: [1, text],
      userId: [2, digits],
      serverTimestamp: [3, number],
      /** 0 for what people write; red packets, orders and programmes have a type of their own */
      bizType: [6, number],
      segment: [7, shape({ text: [1, shape({ text: [1, text], tapAction: [3, bytes] })] }), 50],
    }),
    many,
  ],
});
