import type { CheckContext, Scope } from '../types.ts';

/** Whether what a moderator set holds here and now. */
export const isInScope = (
  scope: Scope | undefined,
  { platform, room, category, session, now = 0 }: CheckContext,
): boolean =>
  scope === undefined ||
  ((scope.platform === undefined || scope.platform === platform) &&
    (scope.room === undefined || scope.room === room) &&
    (scope.product === undefined || scope.product === category) &&
    (scope.session === undefined || scope.session === session) &&
    (scope.until === undefined || now < scope.until));
