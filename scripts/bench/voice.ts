import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { hostSays, hostSound, startRecogniser } from '../../rehearsal/recogniser.ts';
import { openTab } from '../drive/hands.ts';
import { openRehearsal, type Rehearsal, until } from '../drive/open.ts';
import { percentile } from '../drive/paint.ts';
import { setRecogniser } from '../drive/settings.ts';
import { readStored } from '../drive/stored.ts';

declare global {
  interface Window {
    /** when the panel had painted each finding of the host's speech (ms epoch) */
    __slips: number[];
  }
}

const goal = 300;

/** From the host's last sound to the finding in the panel, beyond what the recogniser itself takes. */
export async function benchVoice({ sentences }: { sentences: number }): Promise<string[][]> {
  const server = await startRecogniser(hostSays);
  const rehearsal = await openRehearsal({
    platforms: ['douyin'],
    backlog: 0,
    switches: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-audio-capture=${hostSound}`,
    ],
  });
  try {
    const { panel, console: page } = await listening(rehearsal, server.address);
    const spoken = async () =>
      (await readStored(page))
        .flatMap(({ events }) => events)
        .flatMap((event) => (event.kind === 'spoken' && event.findings.length > 0 ? [event] : []));
    await until(
      'the host has slipped often enough',
      async () => (await spoken()).length >= sentences,
      600_000,
    );
    await wait(500);
    const shown = await panel.evaluate(() => window.__slips);
    const delays = (await spoken()).slice(0, shown.length).map(({ to, ms }, i) => shown[i]! - to - ms);
    return [
      ['host’s voice', 'measured', 'goal', ''],
      [
        `last sound of a sentence → finding painted, without the recogniser (${delays.length})`,
        `p50 ${percentile(delays, 0.5).toFixed(0)} ms, p95 ${percentile(delays, 0.95).toFixed(0)} ms`,
        `≤ ${goal} ms`,
        percentile(delays, 0.95) <= goal ? 'met' : 'MISSED',
      ],
    ];
  } finally {
    await rehearsal.close();
    await server.close();
  }
}

async function listening(rehearsal: Rehearsal, address: string): Promise<{ panel: Page; console: Page }> {
  await rehearsal.console('douyin');
  const panel = await rehearsal.openPanel('douyin');
  const settings = await rehearsal.extensionPage('console.html#/settings');
  await setRecogniser(rehearsal, settings, address);
  await rehearsal.console('douyin');
  await openTab(panel, 'compliance');
  await panel.evaluate(() => {
    window.__slips = [];
    let known = 0;
    new MutationObserver(() => {
      const open = document.querySelectorAll('article[data-open="true"]').length;
      if (open <= known) return;
      known = open;
      requestAnimationFrame(() => setTimeout(() => window.__slips.push(Date.now())));
    }).observe(document.body, { childList: true, subtree: true });
  });
  await panel.locator('button[aria-label^="主播口播监听"]').click();
  await panel.locator('[role="dialog"] ::-p-xpath(.//button[contains(., "开始听")])').click();
  await panel.keyboard.press('Escape');
  return { panel, console: settings };
}
