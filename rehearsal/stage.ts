/**
 * The stage: the three broadcasters' consoles rebuilt from what is known of them, served over https at their
 * real addresses to a browser that is told to look for those on this machine. Viewers follow a written script,
 * played from a seed. Nothing here is used by the extension; it is what the extension is tried on.
 */
import { randomBytes } from 'node:crypto';
import { type PlatformId, platformIds } from '../lib/model.ts';
import { bundlePages } from './bundle.ts';
import { makeCertificate } from './certificate.ts';
import { drawClasses, strangeClasses } from './classes.ts';
import { createCrowd } from './crowd.ts';
import type { StageOptions } from './options.ts';
import { usual } from './options.ts';
import type { Boot, Cue } from './pages/boot.ts';
import { createPlayer } from './player.ts';
import { createRandom } from './random.ts';
import { createRoom, type Room, type Said } from './room.ts';
import { hosts, serveStage } from './server.ts';
import { shop } from './shop.ts';
import { lines } from './viewers.ts';
import type { Backstage } from './wire/wire.ts';

export { type Awkwardness, calm, type Recorded, type StageOptions, usual } from './options.ts';
export type { Said } from './room.ts';

export interface Stage {
  port: number;
  /** for Chromium's `--host-resolver-rules=`; it needs `--ignore-certificate-errors` as well */
  resolverRules: string;
  /** the console's address on each platform */
  urls: Record<PlatformId, string>;
  /** what surely has reached the platform's page: each comment once, the broadcaster's own too */
  said(platform: PlatformId): Said[];
  /** all viewers have said what they had to say, and it has arrived */
  isOver(platform: PlatformId): boolean;
  /** lets viewers talk, on each platform from when its page is open */
  start(): void;
  /** viewers hold their breath; clocks stand still */
  pause(): void;
  /** resolves when what was said up to now has reached the open pages */
  settle(): Promise<void>;
  /** resolves when a page of the platform is open */
  opened(platform: PlatformId): Promise<void>;
  endLive(platform: PlatformId): Promise<void>;
  /** the page goes on to another room without a load */
  changeRoom(platform: PlatformId): Promise<void>;
  /** the page stops asking until someone clicks 恢复 */
  showIdleDialog(platform: PlatformId): Promise<void>;
  logOut(platform: PlatformId): Promise<void>;
  close(): Promise<void>;
}

/** Builds the pages and opens the house. Viewers talk after `start()`. */
export async function startStage(options: StageOptions = {}): Promise<Stage> {
  const { seed = 1, platforms = platformIds, backlog = 12, pollMs = 1000 } = options;
  const now = Date.now;
  const awkward = { ...usual, ...options.awkward };
  const key = randomBytes(16);
  const form = options.douyinClasses ?? createRandom(seed, 'form').pick(['module', 'dash', 'v2'] as const);
  const ways: Record<PlatformId, string> = {
    douyin: options.douyinTransport ?? 'fetch',
    taobao: options.taobaoList ?? 'recycled',
    kuaishou: options.kuaishouList ?? 'virtualized',
  };

  const backstage = (platform: PlatformId): Backstage => {
    const rate = options.rate ?? 5;
    const crowd = createCrowd(platform, seed, Math.max(240, Math.round(rate * 60)));
    const { comments } = options;
    const recorded = Array.isArray(comments)
      ? comments
      : (comments as Partial<Record<PlatformId, readonly never[]>> | undefined)?.[platform];
    const player = createPlayer({
      platform,
      seed,
      rate,
      awkward,
      crowd,
      lines,
      recorded,
      recordedPace: options.rate === undefined && (recorded?.every(({ at }) => at !== undefined) ?? false),
      total: options.total ?? Number.POSITIVE_INFINITY,
      durationMs: options.durationMs ?? Number.POSITIVE_INFINITY,
    });
    return {
      room: createRoom({ platform, seed, player, anchor: crowd.anchor, backlog, now }),
      awkward,
      pollMs,
      feed: options.feed ?? 'known',
      random: createRandom(seed, `${platform}:server`),
      now,
    };
  };
  const rooms = new Map(platforms.map((platform) => [platform, backstage(platform)]));

  const roomOf = (platform: PlatformId): Room => {
    const stage = rooms.get(platform);
    if (!stage) throw new Error(`No ${platform} on this stage. There is: ${[...rooms.keys()].join(', ')}.`);
    return stage.room;
  };

  const boot = (platform: PlatformId): Boot => ({
    platform,
    account: roomOf(platform).anchor.nick,
    accountId: roomOf(platform).anchor.user,
    roomId: roomOf(platform).id(),
    products: shop,
    pollMs,
    classes: (options.rows === 'renamed' ? strangeClasses : drawClasses)(
      platform,
      form,
      createRandom(seed, `${platform}:classes`),
    ),
    way: ways[platform],
    form,
    feed: options.feed ?? 'known',
    pausingList: awkward.pausingList,
    hostile: awkward.hostile,
    forgedEvents: awkward.forgedEvents,
    key: platform === 'kuaishou' ? key.toString('base64') : '',
  });

  const [files, certificate] = await Promise.all([bundlePages(), makeCertificate(hosts)]);
  const server = await serveStage({
    rooms,
    boot,
    files,
    certificate,
    key,
    port: options.port ?? 0,
    onOpen: (platform) => {
      if (isPlaying) roomOf(platform).play();
    },
  });
  let isPlaying = false;

  /** Nothing is on its way to the platform's open page any more. */
  async function arrive(platform: PlatformId) {
    const room = roomOf(platform);
    const { delivered } = room.progress();
    while (server.isOpen(platform) && room.progress().arrived < delivered)
      await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** Lets what is under way arrive before the page stops listening. */
  async function cue(platform: PlatformId, act: (room: Room) => void, send: (room: Room) => Cue) {
    const room = roomOf(platform);
    room.pause();
    await arrive(platform);
    act(room);
    server.cue(platform, send(room));
  }

  const resume = (room: Room) => {
    if (isPlaying) room.play();
  };

  return {
    port: server.port,
    resolverRules: hosts.map((host) => `MAP ${host} 127.0.0.1:${server.port}`).join(', '),
    urls: {
      douyin: `https://${
        options.douyinHost === 'fxg'
          ? 'fxg.jinritemai.com/ffa/buyin/dashboard/live/control'
          : 'buyin.jinritemai.com/dashboard/live/control'
      }`,
      taobao: `https://liveplatform.taobao.com/restful/index/live/control?liveId=${rooms.get('taobao')?.room.id() ?? ''}`,
      kuaishou: 'https://zs.kwaixiaodian.com/page/helper',
    },
    said: (platform) => roomOf(platform).said(),
    isOver(platform) {
      const { done, arrived, delivered } = roomOf(platform).progress();
      return done && arrived === delivered;
    },
    start() {
      isPlaying = true;
      for (const [platform, { room }] of rooms) if (server.isOpen(platform)) room.play();
    },
    pause() {
      isPlaying = false;
      for (const { room } of rooms.values()) room.pause();
    },
    settle: async () => {
      await Promise.all([...rooms.keys()].map(arrive));
    },
    opened: (platform) => server.opened(platform),
    endLive: (platform) =>
      cue(
        platform,
        (room) => room.end(),
        () => ({ kind: 'end' }),
      ),
    changeRoom: (platform) =>
      cue(
        platform,
        (room) => {
          room.move();
          resume(room);
        },
        (room) => ({ kind: 'room', id: room.id() }),
      ),
    showIdleDialog: (platform) => cue(platform, resume, () => ({ kind: 'idle' })),
    logOut: (platform) =>
      cue(
        platform,
        (room) => room.logOut(),
        () => ({ kind: 'logout' }),
      ),
    close: server.close,
  };
}
