import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { scenes } from './scenes.ts';

/** The pages' scripts by file name, built in memory in about half a second; needs no network. */
export async function bundlePages(): Promise<Map<string, string>> {
  const scripts = new Set(Object.values(scenes).map(({ script }) => script));
  const page = (name: string) => fileURLToPath(new URL(`./pages/${name}.tsx`, import.meta.url));
  const result = await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    logLevel: 'silent',
    publicDir: false,
    mode: 'production',
    // a test runner's NODE_ENV would bring React's slow build
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    build: {
      write: false,
      target: 'chrome120',
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries([...scripts].map((script) => [script, page(script)])),
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const files = new Map<string, string>();
  for (const output of outputs)
    if ('output' in output)
      for (const file of output.output)
        files.set(file.fileName, file.type === 'chunk' ? file.code : String(file.source));
  return files;
}
