/**
 * Longest texts that are let in, in UTF-16 units; a page that sends more is wrong or hostile.
 * Apart from the schemas, so that content scripts can hold to them without carrying zod.
 */
export const limits = {
  text: 1000,
  nick: 100,
  badge: 40,
  badges: 12,
  title: 200,
  goods: 500,
  batch: 2000,
} as const;
