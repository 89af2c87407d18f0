import type { CheckContext, Scope } from '../types.ts';

/** Whether a term or phrase of the shop holds here. */
export const isInScope = (scope: Scope | undefined, { platform, room, category }: CheckContext): boolean =>
  scope === undefined ||
  ((scope.platform === undefined || scope.platform === platform) &&
    (scope.room === undefined || scope.room === room) &&
    (scope.product === undefined || scope.product === category));
