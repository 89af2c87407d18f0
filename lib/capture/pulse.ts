import type { CommentEvent, Pulse } from '../model.ts';
import type { Counts } from './merge.ts';
import { createShare } from './share.ts';

/** What is known of the page, and what of its comments. */
export type Seeing = Pick<Pulse, 'hook' | 'ways' | 'taught' | 'heardAt' | 'page'>;
type Beat = Omit<Pulse, keyof Seeing | 'refuted' | 'waiting'>;

/** How well comments come in. */
export interface PulseMeter {
  comments(events: readonly CommentEvent[], now: number): void;
  /** Items of the feed that could be read, and that could not. */
  items(read: number, unread: number): void;
  /** Compares feed and list by what was counted since the last time; true when they have begun to disagree. */
  compare(counts: Counts): boolean;
  now(now: number): Beat;
}

const minute = 60_000;
/** Fewer rows that the feed does not know may be a system row or two. */
const telling = 5;
/** Per cent of rows that feed and list have in common while both work. */
const common = 80;

export function createPulse(): PulseMeter {
  let [firstAt, lastAt]: [number | null, number | null] = [null, null];
  let lately: { at: number; count: number }[] = [];
  let compared = { merged: 0, missed: 0 };
  const parsed = createShare();
  const agreement = createShare(50);
  const fields = { id: createShare(), user: createShare(), nick: createShare(), time: createShare() };

  return {
    comments(events, now) {
      if (events.length === 0) return;
      firstAt ??= now;
      lastAt = now;
      lately.push({ at: now, count: events.length });
      for (const { idKind, userId, nick, at, seenAt } of events) {
        const has = {
          id: idKind === 'feed',
          user: userId !== undefined,
          nick: nick !== '',
          time: at !== seenAt,
        };
        for (const name of ['id', 'user', 'nick', 'time'] as const) fields[name].add(+has[name], +!has[name]);
      }
    },
    items: (read, unread) => parsed.add(read, unread),
    compare({ merged, missed }) {
      const [met, alone] = [merged - compared.merged, missed - compared.missed];
      compared = { merged, missed };
      agreement.add(met, alone);
      return alone > 0 && agreement.others() >= telling && (agreement.percent() ?? 100) < common;
    },
    now(now) {
      lately = lately.filter(({ at }) => now - at < minute);
      return {
        firstAt,
        lastAt,
        perMinute: lately.reduce((sum, { count }) => sum + count, 0),
        parsed: parsed.percent(),
        agreement: agreement.percent(),
        fields: {
          id: fields.id.percent(),
          user: fields.user.percent(),
          nick: fields.nick.percent(),
          time: fields.time.percent(),
        },
      };
    },
  };
}
