import type { ServerResponse } from 'node:http';
import type { PlatformId } from '../lib/model.ts';
import type { Cue } from './pages/boot.ts';

/** The line from behind the stage to the open pages. */
export interface Cues {
  /** takes over the response: it stays open as an event stream */
  attach(platform: PlatformId, response: ServerResponse): void;
  give(platform: PlatformId, cue: Cue): void;
  /** since when a page of the platform is open, ms epoch; null when none is */
  openSince(platform: PlatformId): number | null;
  opened(platform: PlatformId): Promise<void>;
}

/** Keeps the event streams of all open pages. */
export function createCues(now: () => number): Cues {
  const pages = new Map<PlatformId, Map<ServerResponse, number>>();
  const waiting = new Map<PlatformId, (() => void)[]>();
  const openSince = (platform: PlatformId) => {
    const since = [...(pages.get(platform)?.values() ?? [])];
    return since.length > 0 ? Math.max(...since) : null;
  };
  return {
    attach(platform, response) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write('\n');
      const open = pages.get(platform) ?? new Map<ServerResponse, number>();
      pages.set(platform, open.set(response, now()));
      response.on('close', () => open.delete(response));
      for (const resolve of waiting.get(platform) ?? []) resolve();
      waiting.delete(platform);
    },
    give(platform, cue) {
      for (const response of pages.get(platform)?.keys() ?? [])
        response.write(`data: ${JSON.stringify(cue)}\n\n`);
    },
    openSince,
    opened: (platform) =>
      openSince(platform) === null
        ? new Promise((resolve) => waiting.set(platform, [...(waiting.get(platform) ?? []), resolve]))
        : Promise.resolve(),
  };
}
