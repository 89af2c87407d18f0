import { platformIds } from '../../lib/model.ts';
import type { StageOptions } from '../../rehearsal/stage.ts';
import { openRehearsal } from './open.ts';

/** Opens the consoles on the stage in a window and plays until the browser is closed. */
export async function tryOut(options: StageOptions): Promise<void> {
  const rehearsal = await openRehearsal({ ...options, headless: false });
  for (const platform of options.platforms ?? platformIds) await rehearsal.console(platform);
  rehearsal.stage.start();
  console.log('The stage is playing. Click the co-pilot button on a console; close the browser to end.');
  await new Promise<void>((done) => rehearsal.browser.on('disconnected', () => done()));
  await rehearsal.stage.close();
}
