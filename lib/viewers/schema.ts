import type { CommentEvent, PlatformId } from '../model.ts';
import { limits } from '../model.ts';
import { z } from '../zod.ts';

/** The most that is kept of viewers. */
export const mostViewers = { rows: 20_000, note: 500 } as const;

/** What somebody here wants to remember of a viewer, and how their comments are to be shown. */
export const KeptViewer = z.object({
  /** the hashed id; where the page has none, the platform and the name behind an @ */
  id: z.string().min(1).max(260),
  /** as they were last called here */
  nick: z.string().max(limits.nick),
  note: z.string().max(mostViewers.note),
  isPinned: z.boolean(),
  /** their comments do not stand in the list of comments of who set it; nothing else changes */
  isMuted: z.boolean(),
  /** last changed (ms epoch) */
  at: z.number().int().min(0),
});
export type KeptViewer = z.infer<typeof KeptViewer>;

/** Under what a viewer is kept: see `KeptViewer.id`. */
export const viewerId = (who: Pick<CommentEvent, 'userId' | 'nick'>, platform: PlatformId): string =>
  who.userId ?? `@${platform}:${who.nick}`;
