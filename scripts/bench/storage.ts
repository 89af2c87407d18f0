import { globSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startStage } from '../../rehearsal/stage.ts';
import { inject } from '../drive/inject.ts';
import { backEnds, openBrowser } from '../drive/open.ts';
import { percentile } from '../drive/paint.ts';
import { benchKills } from './kill.ts';
import type * as InPage from './storage-page.ts';

declare const bench: typeof InPage;

const comments = 300_000;
const batch = 50;
const goals = { bytes: 120, read: 250_000 };

/**
 * What a comment takes on the disk and how fast it is read, before and after its session is settled; with the part
 * `kill` alone, what is left when the browser is killed amid what it writes.
 */
export async function benchStorage({
  parts,
  kills,
}: {
  parts: readonly string[];
  kills: number;
}): Promise<string[][]> {
  if (parts.includes('kill')) return benchKills(kills);
  const rows = [['storage', 'measured', 'goal', '']];
  for (const [name, switches] of Object.entries(backEnds)) rows.push(...(await measure(name, switches)));
  return rows;
}

async function measure(name: string, switches: readonly string[]): Promise<string[][]> {
  const profile = mkdtempSync(join(tmpdir(), 'live-copilot-'));
  const stage = await startStage({ platforms: ['douyin'] });
  try {
    const first = await openBrowser({ stage, profile, switches });
    const page = await first.extensionPage('console.html');
    await inject(page, new URL('./storage-page.ts', import.meta.url));
    const { session, ms } = await page.evaluate((count, size) => bench.fill(count, size), comments, batch);
    const looseRead = await page.evaluate((id) => bench.read(id), session);
    const looseDisk = onDisk(profile);
    const parsed = await page.evaluate(() => bench.parseSpeed());
    const settled = await page.evaluate((id) => bench.settle(id), session);
    const packedRead = await page.evaluate((id) => bench.read(id), session);
    const justSettled = onDisk(profile);
    await wait(3000);
    await first.browser.close();
    // what is left behind by rewriting goes when the database is opened again
    const again = await openBrowser({ stage, profile, switches });
    const reader = await again.extensionPage('console.html');
    await inject(reader, new URL('./storage-page.ts', import.meta.url));
    const coldRead = await reader.evaluate((id) => bench.read(id), session);
    await again.browser.close();
    const disk = onDisk(profile) / comments;
    return [
      [
        `${name}: append of ${batch}, p50 / p99`,
        `${percentile(ms, 0.5).toFixed(1)} / ${percentile(ms, 0.99).toFixed(1)} ms`,
        '',
        '',
      ],
      ['… settle of all', `${(settled.ms / 1000).toFixed(1)} s`, '', ''],
      ['… packed pages, bytes per comment', (settled.bytes / comments).toFixed(0), '', ''],
      ['… on the disk before settling', `${(looseDisk / comments).toFixed(0)} bytes`, '', ''],
      ['… right after', `${(justSettled / comments).toFixed(0)} bytes`, '', ''],
      [
        '… after the browser was closed and opened',
        `${disk.toFixed(0)} bytes`,
        `≤ ${goals.bytes}`,
        disk <= goals.bytes ? 'met' : 'MISSED',
      ],
      ['… JSON.parse alone, of as many in memory', `${Math.round(parsed)} events/s`, '', ''],
      ['… read before settling', `${Math.round(looseRead)} events/s`, '', ''],
      [
        '… read packed',
        `${Math.round(packedRead)} events/s`,
        `> ${goals.read}`,
        packedRead > goals.read ? 'met' : 'MISSED',
      ],
      ['… in a new browser', `${Math.round(coldRead)} events/s`, '', ''],
    ];
  } finally {
    await stage.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Bytes of all databases of the profile. */
function onDisk(profile: string): number {
  const files = globSync(join(profile, 'Default/{IndexedDB,WebStorage}/**'));
  return files.reduce(
    (sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.isFile() ? statSync(file).size : 0),
    0,
  );
}
