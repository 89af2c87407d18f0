import type { Page, WebWorker } from 'puppeteer-core';
import { build } from 'vite';

/**
 * Loads a module of ours, with all that it imports, into an open page or a worker and gives its exports there the name `bench`.
 * The page's own policy does not stop it: it comes by way of the debugger.
 */
export async function inject(page: Page | WebWorker, file: URL): Promise<void> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    mode: 'production',
    build: {
      write: false,
      target: 'chrome120',
      lib: { entry: file.pathname, formats: ['iife'], name: 'bench' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error(`Nothing was built of ${file.pathname}.`);
  await page.evaluate(`${chunk.code}; globalThis.bench = bench;`);
}
