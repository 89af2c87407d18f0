import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createRandom } from '../../rehearsal/random.ts';
import { startStage } from '../../rehearsal/stage.ts';
import { inject } from '../drive/inject.ts';
import { backEnds, openBrowser } from '../drive/open.ts';
import type * as InPage from './kill-page.ts';

declare const bench: typeof InPage;

const deeds = ['append', 'settle', 'export', 'import', 'restore', 'upgrade'] as const satisfies InPage.Deed[];
/** Kills the browser amid each deed at random moments, on both back ends, and looks whether anything is half done. */
export async function benchKills(turns: number): Promise<string[][]> {
  const rows = [['SIGKILL', 'kills amid it', 'half done', 'goal', '']];
  for (const [name, switches] of Object.entries(backEnds)) {
    const found = await killAmid(turns, switches);
    for (const { deed, amid, wrong } of found) {
      rows.push([
        `${name}: ${deed}`,
        `${amid} of ${turns}`,
        String(wrong.length),
        '0',
        wrong.length === 0 ? 'met' : 'MISSED',
      ]);
      for (const one of wrong) console.log(`${name}, ${deed}: ${one}`);
    }
  }
  return rows;
}

async function killAmid(turns: number, switches: readonly string[]) {
  const random = createRandom(1, 'kills');
  const profile = mkdtempSync(join(tmpdir(), 'live-copilot-'));
  const stage = await startStage({ platforms: ['douyin'] });
  const open = async () => {
    const { browser, extensionPage } = await openBrowser({ stage, profile, switches });
    // a page without a worker of ours
    const page = await extensionPage('manifest.json');
    await inject(page, new URL('./kill-page.ts', import.meta.url));
    return { browser, page };
  };
  const found = deeds.map((deed) => ({ deed, amid: 0, ms: 0, wrong: [] as string[] }));
  try {
    let { browser, page } = await open();
    const session = await page.evaluate(() => bench.seed());
    // what was written with relaxed durability reaches the disk
    await wait(1000);
    for (let turn = 0; turn < turns; turn++)
      for (const one of found) {
        let state = 'at work';
        const began = performance.now();
        const done = page
          .evaluate((deed, id, n) => bench.begin(deed, id, n), one.deed, session, turn)
          .then(
            () => {
              state = 'over';
            },
            (error: unknown) => {
              if (state === 'at work') one.wrong.push(String(error));
            },
          );
        // the first is left alone, and tells how long it takes
        if (turn === 0) await done.then(() => (one.ms = performance.now() - began));
        else await wait(random() * one.ms);
        if (turn > 0 && state === 'at work') {
          one.amid++;
          state = 'killed';
        }
        const gone = new Promise((exited) => browser.process()!.once('exit', exited));
        browser.process()!.kill('SIGKILL');
        await gone;
        ({ browser, page } = await open());
        one.wrong.push(...(await page.evaluate(() => bench.check())));
      }
    await browser.close();
    return found;
  } finally {
    await stage.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
