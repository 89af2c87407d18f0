import type { PlatformId } from '../lib/model.ts';
import type { Intent } from '../lib/reply/types.ts';
import { createBag } from './bag.ts';
import type { Crowd, Viewer } from './crowd.ts';
import { createIds } from './ids.ts';
import type { Awkwardness, Recorded } from './options.ts';
import { createRandom } from './random.ts';
import type { Line } from './viewers.ts';

/** Something said in the room, as the stage knows it. */
export interface Comment {
  id: string;
  /** false: it travels without its id */
  hasId: boolean;
  user: string;
  nick: string;
  text: string;
  /** ms epoch, when it was written */
  at: number;
  badges: readonly string[];
  from: 'viewer' | 'anchor' | 'system';
  backlog: boolean;
  intent?: Intent;
}

export interface PlayerOptions {
  platform: PlatformId;
  seed: number;
  /** per second */
  rate: number;
  total: number;
  durationMs: number;
  awkward: Awkwardness;
  crowd: Crowd;
  lines: readonly Line[];
  /** played in order instead of `lines`; never echoed, never repeated */
  recorded?: readonly Recorded[];
  /** keep the recording's own times instead of `rate` */
  recordedPace?: boolean;
}

export interface Player {
  /** `count` comments from before the curtain rose, the last one just before `now` (ms epoch) */
  backlog(count: number, now: number): Comment[];
  /**
   * What reaches the page by `elapsed` ms after the start and did not before, in order of delivery.
   * `epoch` is the ms epoch of elapsed 0. How often it is asked does not change what comes out.
   */
  due(elapsed: number, epoch: number): Comment[];
  /** all has been said and delivered */
  isDone(): boolean;
}

interface Delivery {
  comment: Comment;
  /** ms after the start */
  due: number;
  order: number;
}

const memory = 40;

/** Plays the viewers of one platform from a seed. */
export function createPlayer(options: PlayerOptions): Player {
  const { platform, seed, rate, awkward, crowd, recorded } = options;
  const random = createRandom(seed, `${platform}:player`);
  const idAt = createIds(platform, seed);
  const next = recorded ? null : createBag(options.lines, random);
  const total = Math.min(options.total, recorded?.length ?? Number.POSITIVE_INFINITY);
  const recent: Comment[] = [];
  let held: Delivery[] = [];
  let said = 0;
  let order = 0;
  let offset = options.recordedPace ? 0 : gap();

  /** ms to the next comment; recordings may bring their own */
  function gap(): number {
    if (options.recordedPace && recorded) {
      const before = recorded[said - 1]?.at ?? 0;
      return Math.max(0, (recorded[said]?.at ?? before) - before);
    }
    if (rate <= 0) return Number.POSITIVE_INFINITY;
    return (1000 / rate) * (0.2 + 1.6 * random());
  }

  function comment(text: string, viewer: Viewer, at: number, from: Comment['from'] = 'viewer'): Comment {
    return {
      id: idAt(at),
      hasId: true,
      user: viewer.user,
      nick: viewer.nick,
      text,
      at: Math.round(at),
      badges: viewer.badges,
      from,
      backlog: false,
    };
  }

  function utter(at: number): Comment {
    if (recorded) return recall(recorded[said] as Recorded, at);
    const earlier = recent.length > 0 ? random.pick(recent) : null;
    const luck = random();
    const untilEcho = awkward.anchorRows + awkward.echoed;
    if (luck < awkward.anchorRows) return comment(random.pick(crowd.anchorLines), crowd.anchor, at, 'anchor');
    if (earlier && luck < untilEcho)
      return { ...comment(earlier.text, crowd.anyone(random), at), intent: earlier.intent };
    if (earlier && luck < untilEcho + awkward.twice) {
      const { user, nick, badges, intent } = earlier;
      return { ...comment(earlier.text, { user, nick, badges }, at), intent };
    }
    const line = (next as () => Line)();
    const isNameless = random.chance(awkward.withoutId);
    const viewer = isNameless ? crowd.stranger() : crowd.anyone(random);
    return {
      ...comment(line.text, line.nick === undefined ? viewer : { ...viewer, nick: line.nick }, at),
      hasId: !isNameless,
      intent: line.intent,
    };
  }

  function recall(line: Recorded, at: number): Comment {
    const viewer = line.user || line.nick ? crowd.named(line.user, line.nick) : crowd.anyone(random);
    return comment(line.text, viewer, at);
  }

  function remember(one: Comment) {
    // who has no id speaks only once
    if (one.from !== 'viewer' || !one.hasId) return;
    recent.push(one);
    if (recent.length > memory) recent.shift();
  }

  function hold(one: Comment, due: number) {
    held.push({ comment: one, due, order: order++ });
  }

  /** ms from writing to arrival */
  function delay(): number {
    const luck = random();
    if (luck < awkward.late) return 2000 + 4000 * random();
    if (luck < awkward.late + awkward.outOfOrder) return 300 * random();
    return 0;
  }

  return {
    backlog(count, now) {
      if (recorded) return [];
      return Array.from({ length: count }, (_, i) => {
        const one = { ...utter(now - (count - i) * 900), backlog: true };
        remember(one);
        return one;
      });
    },

    due(elapsed, epoch) {
      while (said < total && offset <= elapsed && offset <= options.durationMs) {
        const one = utter(epoch + offset);
        remember(one);
        hold(one, offset + delay());
        if (one.hasId && random.chance(awkward.redelivered)) hold(one, offset + 500 + 4500 * random());
        if (platform === 'taobao' && random.chance(awkward.systemRows))
          hold(
            comment(random.pick(crowd.systemLines), crowd.system(random), epoch + offset, 'system'),
            offset,
          );
        said += 1;
        offset += gap();
      }
      const ready = held.filter((delivery) => delivery.due <= elapsed);
      if (ready.length > 0) held = held.filter((delivery) => delivery.due > elapsed);
      return ready.sort((a, b) => a.due - b.due || a.order - b.order).map((delivery) => delivery.comment);
    },

    isDone: () => held.length === 0 && (said >= total || offset > options.durationMs),
  };
}
