import { parseArgs } from 'node:util';
import { type PlatformId, platformIds } from '../lib/model.ts';
import { type IncidentName, incidentNames } from '../rehearsal/incidents.ts';
import { hasDisplay } from './browser.ts';
import { buildExtension } from './drive/build.ts';
import { rehearseIncident } from './drive/incident.ts';
import { openRealConsoles } from './drive/live.ts';
import { rehearseOnce } from './drive/once.ts';
import { readRoom } from './drive/recorded.ts';
import { tryOut } from './drive/try-out.ts';

const usage = `npm start                     the three consoles on a stage of this machine, with the co-pilot
npm start -- --once           one scripted minute by itself; screenshots and exports in .output/rehearsal/
npm start -- --incident=NAME  something goes wrong: raid, stock-out, slip, sour or dead-feed; by itself with --once
npm start -- --live           the real consoles, in a browser profile of their own (.profile/)

  --rate N            comments per second on each platform (5)
  --seed N            another evening: other viewers, other class names (1)
  --comments FILE     play a recorded room: JSON Lines {"text"[,"nick","user","at"]}, or an exported session
  --platform NAME     only douyin, taobao or kuaishou; may be given more than once`;

const { values } = parseArgs({
  options: {
    once: { type: 'boolean', default: false },
    live: { type: 'boolean', default: false },
    incident: { type: 'string' },
    help: { type: 'boolean', default: false },
    rate: { type: 'string' },
    seed: { type: 'string', default: '1' },
    comments: { type: 'string' },
    platform: { type: 'string', multiple: true },
  },
});

/** A positive number of an option, or a sentence that says what is wrong. */
function number(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} takes a number above 0, not "${text}".`);
  return value;
}

function platforms(names: readonly string[]): readonly PlatformId[] {
  const unknown = names.find((name) => !(platformIds as readonly string[]).includes(name));
  if (unknown) throw new Error(`Unknown platform "${unknown}". Known: ${platformIds.join(', ')}.`);
  return names as PlatformId[];
}

function incidentOf(name: string | undefined): IncidentName | null {
  if (name === undefined) return null;
  const found = incidentNames.find((known) => known === name);
  if (!found) throw new Error(`Unknown incident "${name}". Known: ${incidentNames.join(', ')}.`);
  return found;
}

async function main(): Promise<void> {
  if (values.help) return console.log(usage);
  const incident = incidentOf(values.incident);
  const stage = {
    seed: number('seed', values.seed),
    platforms: platforms(values.platform ?? (incident ? ['taobao'] : platformIds)),
    ...(values.rate && { rate: number('rate', values.rate) }),
    ...(values.comments && { comments: readRoom(values.comments) }),
  };
  console.log('Building the extension …');
  buildExtension();
  if (values.live) return openRealConsoles();
  const isAlone = values.once || !hasDisplay();
  if (incident && isAlone) process.exitCode = await rehearseIncident(incident, stage);
  else if (isAlone) process.exitCode = await rehearseOnce(stage);
  else await tryOut(stage, incident);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
