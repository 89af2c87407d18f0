import type { PageEvent } from '../model.ts';
import type { PlatformPage, Reading, RowReader, Traffic } from '../platforms/platform.ts';
import { readTraffic } from './door.ts';
import { diagnose, type Signs, waysOf } from './health.ts';
import { keyOf } from './identity.ts';
import { createInOrder } from './in-order.ts';
import type { Env } from './link.ts';
import type { Seeing } from './pulse.ts';
import { createRoom, type Room } from './room.ts';
import type { Seen } from './seen.ts';
import type { Sequence } from './sequence.ts';
import { askEvent, heardEvent } from './tap/events.ts';
import { type Glance, watchList } from './watcher.ts';

export interface Capture {
  /** the session fed now */
  session(): string | null;
  push(events: readonly PageEvent[]): void;
  /** Call it about twice a second. */
  tick(): void;
  flush(): void;
  /** The page may be gone in a moment. */
  farewell(): void;
  /** Other selectors were taught, or forgotten: looks for the list anew. */
  relook(): void;
  stop(): void;
}

/** ms without a sign of life, after which this page slept; a slowed one still wakes once a minute. */
const asleep = { shown: 10_000, hidden: 90_000 };
/** ms between two signs of life of a hidden page, from which it is slowed: others wake once a second. */
const slow = 20_000;
/** ms between two looks for the figures that a page shows: they take a walk through all of it. */
const figuresPause = 5000;
/** ms after which the browser slows a hidden page's timers to one a minute, with some to spare. */
const slowed = 4.5 * 60_000;

export interface CaptureOptions {
  page: PlatformPage;
  url: URL;
  document: Document;
  /** outlives one room: rows and ids of the last one may still be about */
  known: { sequence: Sequence; seen: Seen };
  /** readers that a person taught for this page; they go before the built-in one */
  taught?(): readonly RowReader[];
  env: Env;
}

/** Reads one console page for as long as it is open: listens to the tap, watches the list, follows the room. */
export function startCapture({
  page,
  url,
  document,
  known,
  taught = () => [],
  env,
}: CaptureOptions): Capture {
  let signs = noSigns(env.now());
  let room: Room | null = null;
  /** the room's id came with its comments: other traffic may not change it */
  let isTold = false;
  /** whose console it is; another account has another room */
  let owner: { name: string | null } = { name: null };
  let awakeAt = env.now();
  let hiddenSince: number | null = null;
  let slowedSince: number | null = null;
  let lookedAt = 0;
  let figuresAt = 0;
  /** the tap is there; only a page can take it away, by a reload */
  let isHooked = false;
  /** rows whose React props held the comment */
  const answered = new WeakSet<Element>();
  /** what the tap says while it is asked was there before, if this is the first look */
  let asking: { opening: boolean } | null = null;

  function enter(id: string | null): Room {
    room?.leave();
    signs = noSigns(env.now());
    const mine = { name: page.account(document) };
    owner = mine;
    const entered = createRoom(
      {
        platform: page.platform,
        isPolled: page.isPolled,
        id,
        address: () => `page:${url.host}${url.pathname}${mine.name ? `#${mine.name}` : ''}`,
        title: () => page.account(document) ?? document.title,
        isAside: page.isAside,
        ...known,
        onTaken: () => room === entered && enter(entered.id()),
      },
      env,
    );
    room = entered;
    return entered;
  }

  function place({ roomId, said }: Reading): Room {
    const current = room ?? enter(page.roomId(url));
    if (roomId === undefined || (isTold && !said)) return current;
    isTold ||= said !== undefined;
    if (current.id() !== null && current.id() !== roomId) return enter(roomId);
    current.name(roomId);
    return current;
  }

  /** Another account's rows may stand there before anything else tells of it. */
  function followOwner(): void {
    const account = page.account(document);
    if (account !== null && owner.name !== null && account !== owner.name) {
      isTold = false;
      enter(page.roomId(url));
    }
    owner.name ??= account;
  }

  const inOrder = createInOrder(unreadable);

  function onHeard(event: Event): void {
    const now = env.now();
    // what comes first after a sleep is what was missed
    followSleep(now);
    const traffic = readTraffic((event as CustomEvent).detail, now);
    isHooked = true;
    if (!traffic) {
      room?.feed(unreadable, now, false);
      return;
    }
    const isBacklog = asking?.opening ?? false;
    inOrder(page.read(traffic), (reading) => onReading(reading, traffic, isBacklog));
  }

  function onReading(reading: Reading, traffic: Traffic, isBacklog: boolean): void {
    const now = env.now();
    const target = place(reading);
    const opening = signs.heardAt === null || isBacklog;
    if (traffic.via === 'socket') signs.framesAt = now;
    if (reading.trouble === 'logged-out') signs.isLoggedOut = true;
    if (reading.said) {
      signs.heardAt = now;
      signs.isLoggedOut = false;
      signs.brokenSince = null;
    } else if (reading.malformed + reading.oversized + (reading.sealed ?? 0) > 0) signs.brokenSince ??= now;
    target.feed(reading, traffic.seenAt, opening);
    if (reading.ended && target.id() !== null) end();
  }

  function end(): void {
    signs.hasEnded = true;
    room?.end();
  }

  /** Has the tap read what React holds here; it tells before this returns. True when it found a row's comment. */
  function ask(element: Element, what: 'list' | 'row', opening: boolean): boolean {
    asking = { opening };
    const isFound = !element.dispatchEvent(new CustomEvent(askEvent, { detail: what, cancelable: true }));
    asking = null;
    return isFound;
  }

  function onGlance({ rows, unreadable, isFirst }: Glance): void {
    const now = env.now();
    const fresh = known.sequence.advance(rows.map(({ said }) => keyOf(said)));
    const blind = unreadable.filter((row) => !answered.has(row)).length;
    const isBlind = rows.length === 0 && (blind > 0 || signs.blindSince !== null);
    signs.blindSince = isBlind ? (signs.blindSince ?? now) : null;
    if (fresh.length === 0) return;
    followOwner();
    signs.movedAt = now;
    const alone = fresh.map((place) => rows[place]!).filter(({ element }) => !answered.has(element));
    // a list of props: its rows without any are what the feed failed to tell
    if (page.tap.props) signs.brokenSince = alone.length > 0 ? (signs.brokenSince ?? now) : null;
    const said = alone.map((row) => row.said);
    (room ?? enter(page.roomId(url))).rows(said, now, isFirst);
  }

  const watcher = watchList({
    document,
    now: env.now,
    readers: () => [...taught(), ...(page.rows ? [page.rows] : [])],
    onStir: () => {
      signs.stirredAt = env.now();
      if (watcher.isFound()) signs.blindSince ??= signs.stirredAt;
    },
    ...(page.tap.props && {
      onLook: (list, isFirst) => void ask(list, 'list', isFirst),
      onRow: (row, isFirst) => void (ask(row, 'row', isFirst) ? answered.add(row) : answered.delete(row)),
    }),
    onGlance,
  });

  function look(now: number): void {
    lookedAt = now;
    followOwner();
    watcher.check();
    const { trouble, ended } = page.notice(document, room?.id() ?? null);
    signs.notice = trouble ?? null;
    if (ended) end();
    const goods = page.goods?.(document);
    if (goods) room?.goods(goods, now);
    if (page.figures && now - figuresAt >= figuresPause) {
      figuresAt = now;
      room?.figures(page.figures(document), now);
    }
    isHooked ||= !document.dispatchEvent(new CustomEvent(askEvent, { detail: 'tap', cancelable: true }));
    const isListless = page.rows !== null && !watcher.isFound() && signs.heardAt !== null;
    signs.listlessSince = isListless ? (signs.listlessSince ?? now) : null;
  }

  function followSleep(now: number): void {
    const slept = now - awakeAt;
    const wasHidden = hiddenSince !== null;
    hiddenSince = env.isHidden() ? (hiddenSince ?? now) : null;
    if (slept > (wasHidden ? asleep.hidden : asleep.shown)) room?.gap('asleep', awakeAt, now);
    awakeAt = now;
    const isSlowed = hiddenSince !== null && (now - hiddenSince > slowed || (wasHidden && slept > slow));
    if (isSlowed) slowedSince ??= now;
    else if (hiddenSince === null && slowedSince !== null) {
      room?.gap('slowed', slowedSince, now);
      slowedSince = null;
    }
  }

  const signsAt = (now: number): Signs => ({
    ...signs,
    now,
    isPolled: page.isPolled,
    isSlowed: slowedSince !== null,
    isHooked,
    isListed: watcher.isFound() && signs.blindSince === null,
  });

  function seeing(all: Signs): Seeing {
    const { notice, isLoggedOut, hasEnded, isSlowed, heardAt } = all;
    return {
      hook: isHooked,
      ways: waysOf(all),
      taught: watcher.isFound() && watcher.reader() !== page.rows,
      heardAt,
      page: {
        paused: notice === 'list-paused',
        idle: notice === 'idle-dialog',
        loggedOut: isLoggedOut,
        hidden: hiddenSince !== null,
        slowed: isSlowed,
        over: hasEnded,
      },
    };
  }

  function tick(): void {
    const now = env.now();
    followSleep(now);
    if (now - lookedAt >= 1000) look(now);
    const all = signsAt(now);
    const { alone, disagrees } = (room ?? enter(page.roomId(url))).tick(diagnose(all), seeing(all));
    if (alone > 0) signs.aloneAt = now;
    if (disagrees) signs.disagreedAt = now;
  }

  document.addEventListener(heardEvent, onHeard);
  tick();

  return {
    session: () => room?.session() ?? null,
    push: (events) => room?.push(events),
    tick,
    flush: () => room?.flush(),
    farewell() {
      const all = signsAt(env.now());
      room?.farewell(diagnose(all), seeing(all));
    },
    relook: () => watcher.relook(),
    stop() {
      document.removeEventListener(heardEvent, onHeard);
      watcher.stop();
      room?.leave();
    },
  };
}

const unreadable: Reading = { metrics: [], malformed: 1, oversized: 0 };

/** Nothing noticed yet in a room that was entered `now`. */
const noSigns = (now: number): Omit<Signs, 'now' | 'isPolled' | 'isSlowed' | 'isHooked' | 'isListed'> => ({
  startedAt: now,
  heardAt: null,
  brokenSince: null,
  blindSince: null,
  movedAt: null,
  aloneAt: null,
  listlessSince: null,
  disagreedAt: null,
  stirredAt: null,
  framesAt: null,
  isLoggedOut: false,
  hasEnded: false,
  notice: null,
});
