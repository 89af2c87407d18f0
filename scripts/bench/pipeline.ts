import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { compare } from '../drive/compare.ts';
import { openTab } from '../drive/hands.ts';
import { openRehearsal, until } from '../drive/open.ts';
import { latencies, notePaints, percentile } from '../drive/paint.ts';
import { readStored } from '../drive/stored.ts';

declare global {
  interface Window {
    /** lengths of tasks over 50 ms */
    __longTasks: number[];
  }
}

const noteLongTasks = (panel: Page): Promise<void> =>
  panel.evaluate(() => {
    window.__longTasks = [];
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) window.__longTasks.push(Math.round(task.duration));
    }).observe({ type: 'longtask' });
  });

/** Seconds of processor time the page's main thread has used so far; waiting for a core does not count. */
async function meter(page: Page): Promise<() => Promise<number>> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
}

/**
 * One rate for some seconds with everything on: tap, adapters, merge, log, fold, checks, panel.
 * Times run from the console's own script having a comment to its painted row.
 */
async function measure(rate: number, seconds: number): Promise<string[]> {
  const rehearsal = await openRehearsal({
    platforms: ['douyin'],
    rate,
    pollMs: 50,
    backlog: 0,
    awkward: { pausingList: false },
  });
  try {
    const { stage } = rehearsal;
    const page = await rehearsal.console('douyin');
    const panel = await rehearsal.openPanel('douyin');
    stage.start();
    await openTab(panel, 'comments');
    await panel.waitForSelector('[role="log"] [title]');
    await wait(2000);
    await notePaints(panel);
    await noteLongTasks(panel);
    const worked = await meter(panel);
    const [since, before] = [Date.now(), await worked()];
    await wait(seconds * 1000);
    const busy = (100 * ((await worked()) - before)) / ((Date.now() - since) / 1000);
    const long = await panel.evaluate(() => window.__longTasks);
    stage.pause();
    await stage.settle();
    const said = stage.said('douyin');
    const times = await latencies(panel, page, said, since);
    const stored = async () => (await readStored(panel)).flatMap(({ events }) => events);
    const isAllIn = async () =>
      (await stored()).filter((event) => event.kind === 'comment').length >= said.length;
    await until('all is stored', isAllIn, 30_000).catch(() => {});
    const { lost, doubled, invented } = compare(said, await stored());
    return [
      `${rate}/s`,
      `${seconds} s`,
      String(said.length),
      String(lost.length),
      String(doubled.length + invented.length),
      ...[0.5, 0.95, 0.99].map((p) => `${percentile(times, p)} ms`),
      String(times.length),
      `${busy.toFixed(1)} %`,
      long.length === 0 ? 'none' : `${long.length}, longest ${Math.max(...long)} ms`,
    ];
  } finally {
    await rehearsal.close();
  }
}

/** Rates from a quiet room to a flood; the last one for a whole minute. */
export async function benchPipeline(): Promise<string[][]> {
  const rows = [
    [
      'rate',
      'for',
      'said',
      'lost',
      'doubled',
      'p50',
      'p95',
      'p99',
      'rows timed',
      'panel busy',
      'tasks > 50 ms',
    ],
  ];
  for (const [rate, seconds] of [
    [5, 30],
    [50, 20],
    [200, 20],
    [1000, 20],
    [2000, 20],
    [5000, 60],
  ] as const) {
    rows.push(await measure(rate, seconds));
  }
  return rows;
}
