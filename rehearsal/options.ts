import type { PlatformId } from '../lib/model.ts';

/** How the way from a viewer to the page is spoiled. Shares are 0…1 of all comments. */
export interface Awkwardness {
  /** arrive 2–6 s after they were written, with their old time */
  late: number;
  /** overtaken by those written up to 300 ms later */
  outOfOrder: number;
  /** the same comment is delivered once more, 0.5–5 s later */
  redelivered: number;
  /** someone else says what was just said */
  echoed: number;
  /** one person says the same again, as a comment of its own */
  twice: number;
  /** come without an id; who has none speaks only once, so user and text still tell it apart */
  withoutId: number;
  /** written by the broadcaster's own people */
  anchorRows: number;
  /** Taobao only: rows that are no comments (⁂ ∰ ⏇, 问答助手 …); come on top of the rate */
  systemRows: number;
  /** Douyin only: how 19-digit ids stand in the JSON */
  ids: 'quoted' | 'bare' | 'mixed';
  /** the console's list stops taking rows when it is full or scrolled, until 新评论 is clicked */
  pausingList: boolean;
  /** truncated, oversized, misshapen and deeply nested payloads and rows among the good ones */
  hostile: boolean;
  /** names of events the page forges at whoever listens, with payloads of every wrong shape */
  forgedEvents: readonly string[];
}

/** Everything in order: each comment once, with its id, at once. */
export const calm: Awkwardness = {
  late: 0,
  outOfOrder: 0,
  redelivered: 0,
  echoed: 0,
  twice: 0,
  withoutId: 0,
  anchorRows: 0,
  systemRows: 0,
  ids: 'quoted',
  pausingList: false,
  hostile: false,
  forgedEvents: [],
};

/** What the real consoles do on a normal evening. */
export const usual: Awkwardness = {
  late: 0.02,
  outOfOrder: 0.05,
  redelivered: 0.02,
  echoed: 0.12,
  twice: 0.03,
  withoutId: 0.01,
  anchorRows: 0.01,
  systemRows: 0.03,
  ids: 'mixed',
  pausingList: true,
  hostile: false,
  forgedEvents: [],
};

/** One line of a recorded room. `at` is ms epoch or any other clock in ms: only differences are used. */
export interface Recorded {
  text: string;
  nick?: string;
  user?: string;
  at?: number;
}

export interface StageOptions {
  /** same seed, same room; 1 */
  seed?: number;
  platforms?: readonly PlatformId[];
  /** comments per second and platform; 5. With a recording that has times, leave it out to keep them */
  rate?: number;
  /** how many are said per platform, backlog and system rows not counted; no limit */
  total?: number;
  /** viewers fall silent after this long; no limit */
  durationMs?: number;
  /** comments that are on the page when it is opened; 12 */
  backlog?: number;
  /** a recorded room instead of the script: for all platforms, or by platform */
  comments?: readonly Recorded[] | Partial<Record<PlatformId, readonly Recorded[]>>;
  awkward?: Partial<Awkwardness>;
  /** ms between two polls of the page; Kuaishou's socket pushes at least every 200 ms; 1000 */
  pollMs?: number;
  /** how the Douyin page asks; fetch */
  douyinTransport?: 'fetch' | 'xhr';
  /** how the Douyin viewers' page is fed: by its socket, as either kind of bytes, or by what it asks without; arraybuffer */
  viewerTransport?: 'arraybuffer' | 'blob' | 'fetch' | 'xhr';
  /** which Douyin console `urls.douyin` is; buyin (both are served) */
  douyinHost?: 'buyin' | 'fxg';
  /** how Douyin's class names look; drawn from the seed */
  douyinClasses?: 'module' | 'dash' | 'v2';
  /** which feeds the Taobao viewers' page asks; both */
  taobaoFeeds?: 'both' | 'query' | 'cdn';
  /**
   * how the Kuaishou viewers' socket brings comments: in a plain push, as rich text, each in one of these or in both,
   * or under a key of the page's; mixed
   */
  kuaishouPush?: 'plain' | 'rich' | 'both' | 'mixed' | 'sealed';
  /** `recycled`: row nodes stay and change their text; `rebuilt`: rows are removed and added; recycled */
  taobaoList?: 'recycled' | 'rebuilt';
  kuaishouList?: 'virtualized' | 'virtuoso';
  /**
   * the platform has changed its feed (Douyin, Taobao): `renamed` keeps the address but not the field of the
   * comments, `hidden` moves it to an unknown address in an unreadable form, so that only rows are left
   */
  feed?: 'known' | 'renamed' | 'hidden';
  /** the platform has changed its page: rows without any name that was ever seen */
  rows?: 'known' | 'renamed';
  /** 0: any free one */
  port?: number;
}
