import { defineContentScript } from 'wxt/utils/define-content-script';
import { installTap } from '../lib/capture/tap/install.ts';
import { matchPatterns, tapFor } from '../lib/platforms/taps.ts';

/** Runs in the page's own world before its first script, so that no response is missed. */
export default defineContentScript({
  matches: matchPatterns,
  world: 'MAIN',
  runAt: 'document_start',
  allFrames: true,
  main() {
    const spec = tapFor(window);
    if (spec) installTap(globalThis, spec);
  },
});
