import { setTimeout as wait } from 'node:timers/promises';
import { platformIds } from '../../lib/model.ts';
import { type IncidentName, playIncident } from '../../rehearsal/incidents.ts';
import type { StageOptions } from '../../rehearsal/stage.ts';
import { openRehearsal } from './open.ts';

/** Time to open the panel before something goes wrong (ms). */
const calmBefore = 45_000;

/** Opens the consoles on the stage in a window and plays until the browser is closed; an incident comes after a while. */
export async function tryOut(options: StageOptions, incident: IncidentName | null = null): Promise<void> {
  const rehearsal = await openRehearsal({ ...options, headless: false });
  for (const platform of options.platforms ?? platformIds) await rehearsal.console(platform);
  rehearsal.stage.start();
  console.log('The stage is playing. Click the co-pilot button on a console; close the browser to end.');
  const [platform] = options.platforms ?? platformIds;
  if (incident && platform) {
    console.log(`In ${calmBefore / 1000} s something goes wrong on ${platform}: ${incident}.`);
    void wait(calmBefore, null, { ref: false }).then(() =>
      playIncident(incident, { stage: rehearsal.stage, platform, wait }),
    );
  }
  await new Promise<void>((done) => rehearsal.browser.on('disconnected', () => done()));
  await rehearsal.stage.close();
}
