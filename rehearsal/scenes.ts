import type { WebSocket } from 'ws';
import type { PlatformId } from '../lib/model.ts';
import { answerCompass } from './wire/compass.ts';
import { answerDouyin } from './wire/douyin.ts';
import { answerEos } from './wire/eos.ts';
import { answerKuaishou, sealedLine } from './wire/kuaishou.ts';
import { answerKuaishouViewer, connectKuaishouViewer } from './wire/kuaishou-viewer.ts';
import { pushComments } from './wire/socket.ts';
import { answerTaobao } from './wire/taobao.ts';
import { answerMessages } from './wire/taobao-cdn.ts';
import { answerViewer, connectViewer } from './wire/viewer.ts';
import type { Answer, Backstage, Visit } from './wire/wire.ts';

/** One page of a platform: where it stands, which script draws it, and what its server answers. */
export interface Scene {
  platform: PlatformId;
  /** its address while this room is on */
  address(room: string): string;
  /** hosts and path under which it is served */
  hosts: readonly string[];
  path: RegExp;
  /** pages/<script>.tsx draws it */
  script: string;
  title: string;
  /** null: no such address */
  answer(visit: Visit, stage: Backstage): Answer | null;
  /** takes a socket; false: none stands at this address */
  connect?(client: WebSocket, url: URL, stage: Backstage, key: Buffer): boolean;
}

/** Every page the stage has. A platform's main console carries the platform's name. */
export const scenes = {
  douyin: {
    platform: 'douyin',
    address: () => 'https://buyin.jinritemai.com/dashboard/live/control',
    hosts: ['buyin.jinritemai.com'],
    path: /^\/dashboard\/live\/control$/,
    script: 'douyin',
    title: '直播中控台',
    answer: answerDouyin,
  },
  'douyin-shop': {
    platform: 'douyin',
    address: () => 'https://fxg.jinritemai.com/ffa/buyin/dashboard/live/control',
    hosts: ['fxg.jinritemai.com'],
    path: /^\/ffa\/(buyin\/dashboard|content-tool)\/live\/control$/,
    script: 'douyin',
    title: '直播中控台',
    answer: answerDouyin,
  },
  compass: {
    platform: 'douyin',
    address: (room) => `https://compass.jinritemai.com/screen/anchor/shop?live_room_id=${room}`,
    hosts: ['compass.jinritemai.com'],
    path: /^\/screen\/anchor\/(shop|talent)$/,
    script: 'compass',
    title: '电商罗盘 直播大屏',
    answer: answerCompass,
  },
  'compass-talent': {
    platform: 'douyin',
    address: (room) =>
      `https://compass.jinritemai.com/screen/talent/main?live_room_id=${room}&live_app_id=1128&source=compass_inner`,
    hosts: ['compass.jinritemai.com'],
    path: /^\/screen\/talent\/main$/,
    script: 'compass',
    title: '电商罗盘 直播大屏',
    answer: answerCompass,
  },
  eos: {
    platform: 'douyin',
    address: () => 'https://eos.douyin.com/livesite/live/current',
    hosts: ['eos.douyin.com'],
    path: /^\/livesite\/live\/current$/,
    script: 'eos',
    title: '抖音团购 直播管理',
    answer: answerEos,
  },
  'douyin-viewer': {
    platform: 'douyin',
    address: () => 'https://live.douyin.com/646454278948',
    hosts: ['live.douyin.com'],
    path: /^\/\d+$/,
    script: 'douyin-viewer',
    title: '秋冬上新的抖音直播间',
    answer: answerViewer,
    connect: connectViewer,
  },
  taobao: {
    platform: 'taobao',
    address: (room) => `https://liveplatform.taobao.com/restful/index/live/control?liveId=${room}`,
    hosts: ['liveplatform.taobao.com'],
    path: /^\/restful\/index\/live\/control$/,
    script: 'taobao',
    title: '淘宝直播中控台',
    answer: answerTaobao,
  },
  'taobao-qianniu': {
    platform: 'taobao',
    address: (room) => `https://qn.taobao.com/home.htm/qn-live-container/live/control?liveId=${room}`,
    hosts: ['qn.taobao.com', 'myseller.taobao.com'],
    path: /^\/home\.htm\/qn-live-container\/live\/control$/,
    script: 'taobao',
    title: '千牛直播中控台',
    answer: answerTaobao,
  },
  'taobao-shell': {
    platform: 'taobao',
    address: () => 'https://myseller.taobao.com/home.htm/live-dashboard-qn/',
    hosts: ['myseller.taobao.com'],
    path: /^\/home\.htm\/live-dashboard-qn\/$/,
    script: 'taobao-shell',
    title: '千牛工作台',
    answer: answerTaobao,
  },
  'taobao-viewer': {
    platform: 'taobao',
    address: (room) => `https://tbzb.taobao.com/live?liveId=${room}`,
    hosts: ['tbzb.taobao.com'],
    path: /^\/(live|follow)$/,
    script: 'taobao-viewer',
    title: '淘宝直播',
    answer: answerMessages,
  },
  kuaishou: {
    platform: 'kuaishou',
    address: () => 'https://zs.kwaixiaodian.com/page/helper',
    hosts: ['zs.kwaixiaodian.com'],
    path: /^\/(page\/helper|control)$/,
    script: 'kuaishou',
    title: '快手小店跟播助手',
    answer: answerKuaishou,
    connect(client, { pathname, searchParams }, stage, key) {
      if (!pathname.startsWith('/websocket/')) return false;
      pushComments(client, searchParams.get('resume') || null, stage, sealedLine(key, stage));
      return true;
    },
  },
  'kuaishou-viewer': {
    platform: 'kuaishou',
    address: () => 'https://live.kuaishou.com/u/KPL704668133',
    hosts: ['live.kuaishou.com'],
    path: /^\/u\/\w+$/,
    script: 'kuaishou-viewer',
    title: '快手直播',
    answer: answerKuaishouViewer,
    connect: connectKuaishouViewer,
  },
} as const satisfies Record<string, Scene> & Record<PlatformId, Scene>;

export type SceneName = keyof typeof scenes;

/** The scenes of a platform, by name. */
export const scenesOf = (platform: PlatformId): [SceneName, Scene][] =>
  (Object.entries(scenes) as [SceneName, Scene][]).filter(([, scene]) => scene.platform === platform);

const domains: Record<PlatformId, readonly string[]> = {
  douyin: ['jinritemai.com', 'douyin.com'],
  taobao: ['taobao.com', 'alicdn.com'],
  kuaishou: ['kwaixiaodian.com', 'kuaishou.com'],
};

/** What the browser must look for on this machine. */
export const hosts: readonly string[] = Object.values(domains)
  .flat()
  .map((domain) => `*.${domain}`);

/** Whose server stands at a host; null for nobody's. */
export function platformAt(hostname: string): PlatformId | null {
  const found = (Object.entries(domains) as [PlatformId, readonly string[]][]).find(([, names]) =>
    names.some((name) => hostname.endsWith(`.${name}`)),
  );
  return found?.[0] ?? null;
}
