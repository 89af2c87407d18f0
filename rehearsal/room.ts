import type { PlatformId } from '../lib/model.ts';
import { createIds } from './ids.ts';
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
  /** the page has got everything before `cursor` */
  acknowledge(cursor: string): void;
  /** the broadcaster writes; false for a sentence just sent */
  say(text: string): boolean;
  said(): Said[];
  /** how many deliveries there are, and how many have arrived */
  progress(): { delivered: number; arrived: number; done: boolean };
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
  const deliveries: { comment: Comment; room: string }[] = player
    .backlog(backlog, epoch)
    .map((comment) => ({ comment, room: roomId(platform, seed, 0) }));
  let moves = 0;
  let id = roomId(platform, seed, 0);
  let first = 0;
  let arrived = 0;
  let live = true;
  let loggedOut = false;
  let playedBefore = 0;
  let playingSince: number | null = null;
  let lastSaid = { text: '', at: 0 };

  const elapsed = () => playedBefore + (playingSince === null ? 0 : now() - playingSince);

  function advance() {
    if (playingSince === null || !live) return;
    const played = elapsed();
    for (const comment of player.due(played, now() - played)) deliveries.push({ comment, room: id });
  }

  function place(cursor: string | null): number | null {
    const [room, index] = cursor?.split('-') ?? [];
    return room === id && index !== undefined && /^\d+$/.test(index) ? Number(index) : null;
  }

  const room: Room = {
    platform,
    anchor,
    id: () => id,
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
      advance();
      room.acknowledge(cursor ?? '');
      const from = place(cursor) ?? Math.max(first, Math.min(arrived, deliveries.length - backlog));
      const to = Math.min(deliveries.length, from + portionLimit);
      return {
        comments: deliveries.slice(from, to).map((delivery) => delivery.comment),
        cursor: `${id}-${to}`,
        more: to < deliveries.length,
      };
    },

    acknowledge(cursor) {
      arrived = Math.max(arrived, Math.min(place(cursor) ?? 0, deliveries.length));
    },

    say(text) {
      const at = now();
      if (text === lastSaid.text && at - lastSaid.at < sameSentence) return false;
      advance();
      lastSaid = { text, at };
      const comment: Comment = {
        id: idAt(at),
        hasId: true,
        user: anchor.user,
        nick: anchor.nick,
        text,
        at,
        badges: [],
        from: 'anchor',
        backlog: false,
      };
      deliveries.push({ comment, room: id });
      return true;
    },

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
      return { delivered: deliveries.length, arrived, done: !live || player.isDone() };
    },

    end() {
      room.pause();
      live = false;
    },

    move() {
      room.pause();
      moves += 1;
      id = roomId(platform, seed, moves);
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

/** 19 digits on Douyin, 12 on Taobao, letters on Kuaishou: as their addresses show them. */
function roomId(platform: PlatformId, seed: number, moves: number): string {
  const n = (seed * 97 + moves * 13) % 1e6;
  if (platform === 'douyin') return String(7_686_000_000_000_000_000n + BigInt(n) * 1_000_003n);
  if (platform === 'taobao') return String(498_000_000_000 + n);
  return `KsLive${n.toString(36).toUpperCase().padStart(5, '0')}x`;
}
