import type { PlatformId } from '../lib/model.ts';
import type { Viewer } from './crowd.ts';
import { createIds, roomId } from './ids.ts';
import type { Comment, Player } from './player.ts';

/** What was said and has surely reached the page. */
export interface Said {
  /** the stage's own id; the page shows it only when `hasId` */
  id: string;
  hasId: boolean;
  text: string;
  nick: string;
  user: string;
  /** ms epoch, when it was written */
  at: number;
  anchor: boolean;
  /** was there before the page was opened */
  backlog: boolean;
  /** room id */
  room: string;
}

/** A part of the feed, and where the next one begins. */
export interface Portion {
  comments: readonly Comment[];
  cursor: string;
  /** more is waiting */
  more: boolean;
}

export interface Room {
  readonly platform: PlatformId;
  id(): string;
  isLive(): boolean;
  isLoggedOut(): boolean;
  anchor: { user: string; nick: string };
  /** lets viewers talk; their clock stands while paused */
  play(): void;
  pause(): void;
  /**
   * The feed from `cursor` on; asking with a cursor says that all before it arrived.
   * Without a cursor, or with one of another room: the backlog, and whatever never arrived.
   */
  read(cursor: string | null): Portion;
  /** what came from `from` on until before `to` (ms epoch); asking says that all before `from` arrived */
  between(from: number, to: number): readonly Comment[];
  /** the page has got everything before `cursor` */
  acknowledge(cursor: string): void;
  /** the broadcaster writes; false for a sentence just sent */
  say(text: string): boolean;
  /** a viewer outside the script writes; the comment's id */
  hear(viewer: Viewer, text: string): string;
  said(): Said[];
  /** how many deliveries there are, how many have arrived, and when the page last asked (ms epoch) */
  progress(): { delivered: number; arrived: number; askedAt: number; done: boolean };
  end(): void;
  /** everyone leaves for a new room, which is live */
  move(): void;
  logOut(): void;
}

export interface RoomOptions {
  platform: PlatformId;
  seed: number;
  player: Player;
  anchor: { user: string; nick: string };
  backlog: number;
  /** ms epoch */
  now: () => number;
}

/** The most that one answer of a feed carries. */
const portionLimit = 2000;
/** ms within which a platform refuses the same sentence */
const sameSentence = 5000;

/** Keeps what one platform's server would know of a room. */
export function createRoom({ platform, seed, player, anchor, backlog, now }: RoomOptions): Room {
  const idAt = createIds(platform, seed, 1);
  const epoch = now();
  /** each with the room it was said in */
  const deliveries: { comment: Comment; room: string; came: number }[] = player
    .backlog(backlog, epoch)
    .map((comment) => ({ comment, room: roomId(platform, seed, 0), came: comment.at }));
  let moves = 0;
  let currentId = roomId(platform, seed, 0);
  let first = 0;
  let arrived = 0;
  let askedAt = epoch;
  let live = true;
  let loggedOut = false;
  let playedBefore = 0;
  let playingSince: number | null = null;
  let lastSaid = { text: '', at: 0 };

  const elapsed = () => playedBefore + (playingSince === null ? 0 : now() - playingSince);

  function advance() {
    if (playingSince === null || !live) return;
    const played = elapsed();
    const came = now();
    for (const comment of player.due(played, came - played))
      deliveries.push({ comment, room: currentId, came });
  }

  function add({ user, nick, badges }: Viewer, text: string, from: Comment['from']): string {
    advance();
    const at = now();
    const id = idAt(at);
    const comment: Comment = { id, hasId: true, user, nick, text, at, badges, from, backlog: false };
    deliveries.push({ comment, room: currentId, came: at });
    return id;
  }

  function place(cursor: string | null): number | null {
    const [room, index] = cursor?.split('-') ?? [];
    return room === currentId && index !== undefined && /^\d+$/.test(index) ? Number(index) : null;
  }

  const room: Room = {
    platform,
    anchor,
    id: () => currentId,
    isLive: () => live,
    isLoggedOut: () => loggedOut,

    play() {
      playingSince ??= now();
    },

    pause() {
      advance();
      playedBefore = elapsed();
      playingSince = null;
    },

    read(cursor) {
      askedAt = now();
      advance();
      room.acknowledge(cursor ?? '');
      const from = place(cursor) ?? Math.max(first, Math.min(arrived, deliveries.length - backlog));
      const to = Math.min(deliveries.length, from + portionLimit);
      return {
        comments: deliveries.slice(from, to).map((delivery) => delivery.comment),
        cursor: `${currentId}-${to}`,
        more: to < deliveries.length,
      };
    },

    between(from, to) {
      askedAt = now();
      advance();
      const until = deliveries.findIndex((delivery, i) => i >= first && delivery.came >= from);
      arrived = Math.max(arrived, until < 0 ? deliveries.length : until);
      return deliveries
        .slice(first)
        .flatMap(({ comment, came }) => (came >= from && came < to ? [comment] : []));
    },

    acknowledge(cursor) {
      arrived = Math.max(arrived, Math.min(place(cursor) ?? 0, deliveries.length));
    },

    say(text) {
      const at = now();
      if (text === lastSaid.text && at - lastSaid.at < sameSentence) return false;
      lastSaid = { text, at };
      add({ ...anchor, badges: [] }, text, 'anchor');
      return true;
    },

    hear: (viewer, text) => add(viewer, text, 'viewer'),

    said() {
      const seen = new Set<Comment>();
      const said: Said[] = [];
      for (let i = 0; i < arrived; i++) {
        const { comment, room } = deliveries[i] as (typeof deliveries)[number];
        if (comment.from === 'system' || seen.has(comment)) continue;
        seen.add(comment);
        const { id, hasId, text, nick, user, at, backlog } = comment;
        said.push({ id, hasId, text, nick, user, at, anchor: comment.from === 'anchor', backlog, room });
      }
      return said;
    },

    progress() {
      advance();
      return { delivered: deliveries.length, arrived, askedAt, done: !live || player.isDone() };
    },

    end() {
      room.pause();
      live = false;
    },

    move() {
      room.pause();
      moves += 1;
      currentId = roomId(platform, seed, moves);
      // what never arrived is left behind with the old room
      deliveries.length = arrived;
      first = arrived;
      live = true;
    },

    logOut() {
      room.pause();
      loggedOut = true;
    },
  };
  return room;
}
