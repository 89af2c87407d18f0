import { shownText } from '../dom.ts';
import { idOf } from '../json.ts';
import type { PlatformPage, Reading, Traffic } from '../platform.ts';
import { readFrame } from './frames.ts';
import { viewerTap } from './tap.ts';
import { viewerRows } from './viewer-rows.ts';

/** The page asks where its socket stands, and names the stream by that (2026-08: sure). */
function read(traffic: Traffic): Reading | Promise<Reading> {
  if (traffic.via === 'frame') return readFrame(traffic);
  const told = /\/liveroom\/websocketinfo\?(?:.*&)?liveStreamId=([\w-]+)/.exec(traffic.url)?.[1];
  return { metrics: [], malformed: 0, oversized: 0, roomId: idOf(told) };
}

/** A live room of Kuaishou as its viewers see it, in the browser. */
export const kuaishouViewer = {
  platform: 'kuaishou',
  tap: viewerTap,
  matches: ({ host, pathname }) => viewerTap.hosts.includes(host) && /^\/u\/[\w-]+/.test(pathname),
  // the address names the broadcaster, not the live
  roomId: () => null,
  read,
  isPolled: false,
  rows: viewerRows,
  isAside: true,
  // replies are written in the console
  composer: () => null,
  composerLimit: 0,
  // no source names how this page shows that a live is over
  notice: () => ({}),
  account: (document) => shownText(document.querySelector('.user-info-name')).slice(0, 100) || null,
} satisfies PlatformPage;
