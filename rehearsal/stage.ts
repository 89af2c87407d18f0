/**
 * The stage: the platforms' pages rebuilt from what is known of them, served over https at their
 * real addresses to a browser that is told to look for those on this machine. Viewers follow a written script,
 * played from a seed. Nothing here is used by the extension; it is what the extension is tried on.
 */
import { randomBytes } from 'node:crypto';
import type { PlatformId } from '../lib/model.ts';
import { openRooms } from './backstage.ts';
import { bundlePages } from './bundle.ts';
import { makeCertificate } from './certificate.ts';
import { createCues } from './cues.ts';
import { type Deed, deedsOf } from './deeds.ts';
import { figuresOf } from './figures.ts';
import type { StageOptions } from './options.ts';
import { bootOf } from './page.ts';
import type { Cue } from './pages/boot.ts';
import type { Room, Said } from './room.ts';
import { hosts, type SceneName, scenes } from './scenes.ts';
import { serveStage } from './server.ts';
import { shop } from './shop.ts';
import type { Backstage } from './wire/wire.ts';

export { calm, type Recorded, type StageOptions } from './options.ts';
export type { Said } from './room.ts';
export type { SceneName } from './scenes.ts';

export interface Stage {
  port: number;
  /** for Chromium's `--host-resolver-rules=`; it needs `--ignore-certificate-errors` as well */
  resolverRules: string;
  /** the console's address on each platform */
  urls: Record<PlatformId, string>;
  /** where one of the platforms' other pages stands for the room that is on */
  address(scene: SceneName): string;
  /** lets viewers talk, on each platform from when its page is open */
  start(): void;
  /** viewers hold their breath; clocks stand still */
  pause(): void;
  /** one viewer says this now, outside the script; the comment's id */
  say(platform: PlatformId, text: string, nick?: string): string;
  /** the broadcaster's own account says this now, as from another device */
  announce(platform: PlatformId, text: string): void;
  /** so many pieces of the product at that place of the shelf are left, counted from 0 */
  setStock(platform: PlatformId, product: number, stock: number): void;
  /** what surely has reached the platform's page: each comment once, the broadcaster's own too */
  said(platform: PlatformId): Said[];
  /** what those who spoke did besides; each page carries only some kinds */
  did(platform: PlatformId): Deed[];
  /** all viewers have said what they had to say, and it has arrived */
  isOver(platform: PlatformId): boolean;
  /** resolves when what was said up to now has reached the pages that listen */
  settle(): Promise<void>;
  /** resolves when a page of the platform is open */
  opened(platform: PlatformId): Promise<void>;
  endLive(platform: PlatformId): Promise<void>;
  /** the page goes on to another room without a load */
  changeRoom(platform: PlatformId): Promise<void>;
  /** the page stops asking until someone clicks 恢复 */
  showIdleDialog(platform: PlatformId): Promise<void>;
  /** the platform no longer knows who is asking */
  logOut(platform: PlatformId): Promise<void>;
  close(): Promise<void>;
}

/** ms between two figures on the pages */
const figuresEvery = 3000;

/** Builds the pages and opens the house. Viewers talk after `start()`. */
export async function startStage(options: StageOptions = {}): Promise<Stage> {
  const now = Date.now;
  const key = randomBytes(16);
  const rooms = openRooms(options, now);
  const cues = createCues(now);
  const [files, certificate] = await Promise.all([bundlePages(), makeCertificate(hosts)]);
  let isPlaying = false;

  const server = await serveStage({
    rooms,
    boot: (scene, stage) => bootOf(scene, stage, options, key),
    files,
    certificate,
    key,
    port: options.port ?? 0,
    onPage(platform, response) {
      cues.attach(platform, response);
      const stage = stageOf(platform);
      if (!stage.room.isLive()) cues.give(platform, { kind: 'end' });
      cues.give(platform, figures(stage));
      resume(stage.room);
    },
  });
  const timer = setInterval(() => {
    for (const [platform, stage] of rooms)
      if (cues.openSince(platform) !== null) cues.give(platform, figures(stage));
  }, figuresEvery);

  function stageOf(platform: PlatformId): Backstage {
    const stage = rooms.get(platform);
    if (!stage) throw new Error(`No ${platform} on this stage. There is: ${[...rooms.keys()].join(', ')}.`);
    return stage;
  }
  const roomOf = (platform: PlatformId) => stageOf(platform).room;
  const address = (name: SceneName) => {
    const scene = scenes[name];
    return scene.address(rooms.get(scene.platform)?.room.id() ?? '');
  };

  function resume(room: Room) {
    const isOpen = cues.openSince(room.platform) !== null;
    if (isPlaying && isOpen && room.isLive() && !room.isLoggedOut()) room.play();
  }

  /** Waits until nothing is on its way to the platform's page; a page that does not ask is not waited for. */
  async function arrive(platform: PlatformId) {
    const { room, pollMs } = stageOf(platform);
    const { delivered } = room.progress();
    const isAsking = () => {
      const since = cues.openSince(platform);
      return since !== null && now() - Math.max(since, room.progress().askedAt) < 3 * pollMs + 3000;
    };
    while (isAsking() && room.progress().arrived < delivered)
      await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** Acts when nothing is under way, so that a page that stops asking has lost nothing. */
  async function act(platform: PlatformId, change: (room: Room) => Cue | null) {
    const room = roomOf(platform);
    room.pause();
    await arrive(platform);
    const cue = change(room);
    if (cue) cues.give(platform, cue);
    resume(room);
  }

  return {
    port: server.port,
    resolverRules: hosts.map((host) => `MAP ${host} 127.0.0.1:${server.port}`).join(', '),
    urls: {
      douyin: address(options.douyinHost === 'fxg' ? 'douyin-shop' : 'douyin'),
      taobao: address('taobao'),
      kuaishou: address('kuaishou'),
    },
    address,
    start() {
      isPlaying = true;
      for (const { room } of rooms.values()) resume(room);
    },
    pause() {
      isPlaying = false;
      for (const { room } of rooms.values()) room.pause();
    },
    say(platform, text, nick) {
      const { room, crowd } = stageOf(platform);
      const viewer = crowd.stranger();
      return room.hear({ ...viewer, nick: nick ?? viewer.nick }, text);
    },
    announce: (platform, text) => void roomOf(platform).say(text),
    setStock(platform, product, stock) {
      const { id } = shop[product] ?? {};
      if (id) cues.give(platform, { kind: 'stock', id, stock });
    },
    said: (platform) => roomOf(platform).said(),
    did: (platform) =>
      roomOf(platform)
        .said()
        .flatMap((said) => (said.anchor ? [] : deedsOf(platform, said))),
    isOver(platform) {
      const { done, arrived, delivered } = roomOf(platform).progress();
      return done && arrived === delivered;
    },
    async settle() {
      await Promise.all([...rooms.keys()].map(arrive));
    },
    opened: cues.opened,
    endLive: (platform) =>
      act(platform, (room) => {
        room.end();
        return { kind: 'end' };
      }),
    changeRoom: (platform) =>
      act(platform, (room) => {
        room.move();
        return { kind: 'room', id: room.id() };
      }),
    showIdleDialog: (platform) => act(platform, () => ({ kind: 'idle' })),
    logOut: (platform) =>
      act(platform, (room) => {
        room.logOut();
        // the page learns it from the next answer
        return null;
      }),
    async close() {
      clearInterval(timer);
      await server.close();
    },
  };
}

const figures = (stage: Backstage): Cue => ({ kind: 'figures', ...figuresOf(stage) });
