import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { type PlatformId, platformIds } from '../../lib/model.ts';
import { startStage } from '../../rehearsal/stage.ts';
import { openBrowser } from '../drive/open.ts';
import { percentile } from '../drive/paint.ts';

declare global {
  interface Window {
    /** ms from one frame to the next, and lengths of tasks over 50 ms */
    __frames: { gaps: number[]; long: number[] };
  }
}

const noteFrames = (): void => {
  const noted = { gaps: [] as number[], long: [] as number[] };
  window.__frames = noted;
  let last = performance.now();
  const frame = (now: number) => {
    noted.gaps.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) noted.long.push(task.duration);
  }).observe({ type: 'longtask' });
};

interface Run {
  gaps: number[];
  long: number[];
  /** share of the main thread's time that was worked, in per cent */
  busy: number;
}

async function play(platform: PlatformId, isBare: boolean, seconds: number): Promise<Run> {
  const stage = await startStage({
    platforms: [platform],
    rate: 200,
    pollMs: 500,
    awkward: { pausingList: false },
  });
  const { browser } = await openBrowser({ stage, isBare });
  try {
    const page = await browser.newPage();
    await page.goto(stage.urls[platform]);
    stage.start();
    await wait(4000);
    const worked = await meter(page);
    await page.evaluate(noteFrames);
    const [since, before] = [Date.now(), await worked()];
    await wait(seconds * 1000);
    const busy = (100_000 * ((await worked()) - before)) / (Date.now() - since);
    return { ...(await page.evaluate(() => window.__frames)), busy };
  } finally {
    await browser.close();
    await stage.close();
  }
}

/** Seconds of processor time the page's main thread has used; waiting for a core does not count. */
async function meter(page: Page): Promise<() => Promise<number>> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
}

/** The consoles' own frames and long tasks at 200 comments/s, without and with the extension, in turns. */
export async function benchPolite({
  seconds,
  turns,
}: {
  seconds: number;
  turns: number;
}): Promise<string[][]> {
  const rows = [['200/s', 'extension', 'frame p50', 'p95', 'p99', 'tasks > 50 ms', 'longest', 'main thread']];
  for (const platform of platformIds) {
    const runs: Record<'without' | 'with', Run[]> = { without: [], with: [] };
    // in turns, so that what else this machine does falls on both
    for (let turn = 0; turn < turns; turn += 1)
      for (const way of ['without', 'with'] as const)
        runs[way].push(await play(platform, way === 'without', seconds));
    for (const way of ['without', 'with'] as const) {
      const gaps = runs[way].flatMap((run) => run.gaps);
      const long = runs[way].flatMap((run) => run.long);
      const busy = runs[way].reduce((sum, run) => sum + run.busy, 0) / turns;
      rows.push([
        platform,
        way,
        ...[0.5, 0.95, 0.99].map((p) => `${percentile(gaps, p).toFixed(1)} ms`),
        String(long.length),
        `${Math.round(Math.max(0, ...long))} ms`,
        `${busy.toFixed(1)} %`,
      ]);
    }
  }
  return rows;
}
