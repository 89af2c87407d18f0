import { timeAlarms } from './reliability/alarm.ts';
import { type Endured, endure } from './reliability/endure.ts';
import { killBrowser } from './reliability/kill.ts';
import { measureReceipts } from './reliability/receipt.ts';

/** How long and how often; a shorter run shows less. */
export interface ReliabilityOptions {
  /** of the long broadcast at 200 comments/s and room */
  minutes: number;
  /** seconds of the flood */
  flood: number;
  /** comments per second in the flood, over the three rooms */
  floodRate: number;
  kills: number;
  /** which parts: endure, flood, kill, receipt, alarm */
  parts: readonly string[];
}

/** Figures of what must never happen, with their goals. */
export async function benchReliability(options: ReliabilityOptions): Promise<string[][]> {
  const { minutes, flood, floodRate, kills } = options;
  const rows = [['reliability', 'measured', 'goal', '']];
  const isWanted = (part: string) => options.parts.length === 0 || options.parts.includes(part);
  const add = (name: string, measured: string, goal: string, isMet: boolean) => {
    rows.push([name, measured, goal, isMet ? 'met' : 'MISSED']);
    console.log(rows.at(-1)?.join(' | '));
  };
  const lasted = (name: string, one: Endured) => {
    add(
      `${name}, ${one.kills} kills, ${one.reloads} reloads, ≥ ${Math.floor(100 * one.hidden)} % hidden`,
      `lost ${one.lost}${whereLost(one)} / doubled ${one.doubled + one.invented} of ${one.said}`,
      '0 / 0',
      one.lost + one.doubled + one.invented === 0,
    );
    add('… thrown away by the page before its list ever held it', String(one.unlisted), 'known', true);
    add('… said while a page was away (kept by the stage for the next)', String(one.unheard), 'known', true);
  };

  if (isWanted('endure'))
    lasted(`3 × 200/s for ${minutes} min`, await endure({ rate: 200, seconds: minutes * 60, seed: 21 }));
  if (isWanted('flood'))
    lasted(
      `${floodRate}/s over 3 rooms for ${flood} s`,
      await endure({ rate: floodRate / 3, seconds: flood, seed: 22 }),
    );
  if (isWanted('kill')) {
    const killed = await killBrowser(kills);
    add(
      `browser killed ${killed.kills} times: lost, older than 300 ms`,
      `${killed.lostOld} of ${killed.had} (younger: ${killed.lostFresh}; oldest ${Math.round(killed.oldest)} ms)`,
      '0',
      killed.lostOld === 0,
    );
    add('… doubled', String(killed.doubled), '0', killed.doubled === 0);
    add('… unreadable records or holes', String(killed.corrupt), '0', killed.corrupt === 0);
    add('… gaps told', String(killed.gaps), `≥ ${kills - 1}`, killed.gaps >= kills - 1);
  }
  if (isWanted('receipt')) {
    const { p50, p99, times } = await measureReceipts(20);
    add(
      `page has it → stored, 200/s (${times.length})`,
      `p50 ${p50} ms, p99 ${p99} ms`,
      'p99 ≤ 80 ms',
      p99 <= 80,
    );
  }
  if (isWanted('alarm'))
    for (const { name, seconds } of await timeAlarms())
      add(`reported: ${name}`, `${seconds.toFixed(1)} s`, '≤ 10 s', seconds <= 10);
  return rows;
}

/** On which platforms something was lost. */
function whereLost({ lostOn }: Endured): string {
  const places = Object.entries(lostOn).filter(([, count]) => count > 0);
  return places.length === 0
    ? ''
    : ` (${places.map(([platform, count]) => `${platform} ${count}`).join(', ')})`;
}
