import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { extensionDir } from '../drive/build.ts';
import { openRehearsal, until } from '../drive/open.ts';
import { percentile } from '../drive/paint.ts';
import { readStored } from '../drive/stored.ts';

const comments = 100_000;
const openings = 9;

declare global {
  interface Window {
    /** ms since the page began to load */
    __opened: { rows?: number; whole?: number };
  }
}

/** Runs in the panel before its own scripts: notes the frame that shows a question, and the one that shows all. */
function noteOpening(all: number): void {
  window.__opened = {};
  const look = () => {
    const shown = Number(document.querySelector('dl dd')?.textContent?.replace(/\D/g, '') ?? 0);
    if (document.querySelector('[id^="question-"]')) window.__opened.rows ??= performance.now();
    if (shown >= all) window.__opened.whole = performance.now();
    else requestAnimationFrame(look);
  };
  look();
}

/** Ms from a panel's first byte to its first painted comment, in a session of 100,000 comments. */
export async function benchOpening(): Promise<string[][]> {
  const rehearsal = await openRehearsal({ platforms: ['douyin'], rate: 5000, total: comments, pollMs: 50 });
  try {
    await rehearsal.console('douyin');
    const log = await rehearsal.extensionPage('console.html');
    rehearsal.stage.start();
    await until('all have spoken', () => rehearsal.stage.isOver('douyin'), 120_000);
    const count = async () => (await readStored(log))[0]?.session.comments ?? 0;
    await until('all is stored', async () => (await count()) >= comments, 30_000);

    const first: number[] = [];
    const whole: number[] = [];
    for (let i = 0; i < openings; i++) {
      const panel = await rehearsal.browser.newPage();
      await panel.setViewport({ width: 400, height: 760 });
      await panel.evaluateOnNewDocument(noteOpening, comments);
      await panel.goto(log.url().replace('console.html', 'sidepanel.html'));
      await panel.waitForFunction(() => window.__opened?.whole !== undefined);
      const painted = await panel.evaluate(() => window.__opened);
      first.push(painted.rows ?? Number.NaN);
      whole.push(painted.whole ?? Number.NaN);
      await panel.close();
    }
    const ms = (values: number[]) => `${Math.round(percentile(values, 0.5))} ms`;
    return [
      ['opening a panel on 100,000 comments', 'median of 9'],
      ['first figures and rows', ms(first)],
      ['whole session folded', ms(whole)],
    ];
  } finally {
    await rehearsal.close();
  }
}

const gzipped = (files: readonly string[]): string =>
  `${(files.reduce((sum, file) => sum + gzipSync(readFileSync(join(extensionDir, file))).length, 0) / 1024).toFixed(1)} KiB`;

/** All scripts that a page of the extension loads at once. */
function scriptsOf(page: string): string[] {
  const html = readFileSync(join(extensionDir, page), 'utf8');
  return [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, file]) => file as string);
}

/** What is shipped, gzip at level 6. */
export function benchSizes(): string[][] {
  const content = readdirSync(join(extensionDir, 'content-scripts')).map((file) => `content-scripts/${file}`);
  return [
    ['shipped', 'gzip'],
    ['content scripts together', gzipped(content)],
    ['side panel scripts', gzipped(scriptsOf('sidepanel.html'))],
    ['console page scripts', gzipped(scriptsOf('console.html'))],
  ];
}
