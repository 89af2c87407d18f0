import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const files = globSync('{lib,components,entrypoints,scripts,rehearsal}/**/*.{ts,tsx}').map((file) =>
  file.replaceAll('\\', '/'),
);
const source = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));

interface Import {
  file: string;
  target: string;
  isTypeOnly: boolean;
}

/** What a file imports; own files by their path from the root, libraries by name. */
function importsOf(file: string): Import[] {
  const text = source.get(file) ?? '';
  const statements = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/g,
  );
  return [...statements].map(([, type, name = '']) => ({
    file,
    target: name.startsWith('.') ? normalize(join(dirname(file), name)).replaceAll('\\', '/') : name,
    isTypeOnly: type !== undefined,
  }));
}
const imports = files.flatMap(importsOf);
const say = ({ file, target }: Import) => `${file} → ${target}`;

/** Where each place may import from, besides itself. Up only: nothing imports what stands below it. */
const mayImport: Record<string, readonly string[]> = {
  'lib/zod.ts': [],
  'lib/limits.ts': [],
  'lib/keys.ts': [],
  'lib/events': ['lib/zod.ts', 'lib/limits.ts'],
  'lib/model.ts': ['lib/events', 'lib/zod.ts', 'lib/limits.ts'],
  'lib/compliance': ['lib/model.ts', 'lib/zod.ts'],
  'lib/reply': ['lib/model.ts', 'lib/zod.ts', 'lib/compliance'],
  'lib/alarm': ['lib/model.ts'],
  'lib/platforms': ['lib/model.ts', 'lib/limits.ts'],
  'lib/sheet': [],
  'lib/llm': ['lib/zod.ts'],
  'lib/voice': ['lib/model.ts', 'lib/zod.ts', 'lib/llm'],
  'lib/moderate': ['lib/model.ts', 'lib/compliance', 'lib/reply'],
  'lib/assist': ['lib/model.ts', 'lib/zod.ts', 'lib/compliance', 'lib/reply', 'lib/llm', 'lib/moderate'],
  'lib/shop': [
    'lib/model.ts',
    'lib/limits.ts',
    'lib/zod.ts',
    'lib/compliance',
    'lib/reply',
    'lib/assist',
    'lib/sheet',
  ],
  'lib/viewers': ['lib/model.ts', 'lib/zod.ts', 'lib/reply'],
  'lib/tools': ['lib/model.ts', 'lib/compliance'],
  'lib/prompter': ['lib/model.ts', 'lib/alarm', 'lib/room', 'lib/compliance', 'lib/assist', 'lib/moderate'],
  'lib/room': ['lib/model.ts', 'lib/reply', 'lib/compliance', 'lib/tools', 'lib/alarm'],
  'lib/plans': ['lib/model.ts', 'lib/zod.ts'],
  'lib/show': [
    'lib/model.ts',
    'lib/zod.ts',
    'lib/room',
    'lib/reply',
    'lib/shop',
    'lib/sheet',
    'lib/compliance',
  ],
  'lib/i18n': [
    'lib/model.ts',
    'lib/alarm',
    'lib/compliance',
    'lib/reply',
    'lib/assist',
    'lib/llm',
    'lib/shop',
    'lib/keys.ts',
    'lib/report',
    'lib/search',
    'lib/tools',
    'lib/viewers',
    'lib/lists',
    'lib/moderate',
    'lib/keep',
    'lib/log',
    'lib/policy',
    'lib/plans',
    'lib/profile',
    'lib/review',
    'lib/show',
  ],
  'lib/preferences.ts': ['lib/keys.ts', 'lib/i18n', 'lib/zod.ts', 'lib/model.ts'],
  'lib/messages.ts': ['lib/model.ts', 'lib/zod.ts', 'lib/post.ts'],
  'lib/post.ts': ['lib/model.ts', 'lib/messages.ts'],
  'lib/log': [
    'lib/model.ts',
    'lib/alarm',
    'lib/zod.ts',
    'lib/compliance',
    'lib/llm',
    'lib/sheet',
    'lib/shop',
    'lib/lists',
    'lib/policy',
    'lib/profile',
    'lib/review',
    'lib/show',
    'lib/plans',
    'lib/viewers',
  ],
  'lib/view': ['lib/model.ts', 'lib/log', 'lib/room', 'lib/index'],
  'lib/index': [
    'lib/alarm',
    'lib/model.ts',
    'lib/log',
    'lib/room',
    'lib/reply',
    'lib/compliance',
    'lib/show',
    'lib/tools',
  ],
  'lib/search': [
    'lib/model.ts',
    'lib/zod.ts',
    'lib/log',
    'lib/index',
    'lib/room',
    'lib/reply',
    'lib/compliance',
  ],
  'lib/report': [
    'lib/model.ts',
    'lib/alarm',
    'lib/zod.ts',
    'lib/log',
    'lib/index',
    'lib/room',
    'lib/reply',
    'lib/compliance',
    'lib/show',
    'lib/tools',
  ],
  'lib/export': [
    'lib/model.ts',
    'lib/zod.ts',
    'lib/log',
    'lib/sheet',
    'lib/room',
    'lib/reply',
    'lib/compliance',
    'lib/index',
    'lib/report',
    'lib/i18n',
    'lib/lists',
    'lib/moderate',
    'lib/tools',
  ],
  'lib/lists': ['lib/model.ts', 'lib/zod.ts', 'lib/compliance', 'lib/sheet'],
  'lib/review': ['lib/zod.ts'],
  'lib/policy': ['lib/zod.ts', 'lib/compliance', 'lib/lists', 'lib/llm', 'lib/review'],
  'lib/profile': ['lib/model.ts', 'lib/zod.ts', 'lib/compliance', 'lib/lists', 'lib/policy', 'lib/review'],
  'lib/keep': [
    'lib/model.ts',
    'lib/zod.ts',
    'lib/log',
    'lib/index',
    'lib/export',
    'lib/lists',
    'lib/policy',
    'lib/profile',
    'lib/review',
    'lib/llm',
    'lib/sheet',
    'lib/shop',
    'lib/show',
    'lib/plans',
    'lib/viewers',
    'lib/compliance',
  ],
  'lib/capture': ['lib/model.ts', 'lib/limits.ts', 'lib/platforms', 'lib/post.ts', 'lib/messages.ts'],
  components: ['lib'],
  entrypoints: ['lib', 'components'],
  rehearsal: ['lib'],
  scripts: ['lib', 'rehearsal'],
};
const placeOf = (path: string) =>
  Object.keys(mayImport)
    .filter((place) => path === place || path.startsWith(`${place}/`))
    .sort((a, b) => b.length - a.length)[0];

test('every file stands in a place the table knows', () => {
  expect(files.filter((file) => !placeOf(file))).toEqual([]);
});

test('imports go up only', () => {
  const wrong = imports.filter(({ file, target }) => {
    const [from, to] = [placeOf(file), placeOf(target)];
    if (!from || !to || from === to) return false;
    return !mayImport[from]?.some((place) => to === place || to.startsWith(`${place}/`));
  });

  expect(wrong.map(say)).toEqual([]);
});

/** The one door of each outside thing. */
const doors: [library: RegExp, places: RegExp][] = [
  [/^zod/, /^lib\/zod\.ts$/],
  [/^dexie/, /^lib\/log\//],
  [/^openai/, /^lib\/llm\/(openai|client|transcribe)\.ts$/],
  [/^wxt\/browser$/, /^(lib\/(messages|post|preferences)\.ts|components\/|entrypoints\/)/],
  [/^(react|@mantine|virtua|zustand)/, /^(components|entrypoints|rehearsal\/pages)\//],
  [/^uplot/, /^components\//],
  [/^(node:|puppeteer-core|ws$|selfsigned|vite$)/, /^(scripts|rehearsal)\//],
];

test('every outside library is imported through its own door only', () => {
  const wrong = imports.filter(({ file, target }) =>
    doors.some(([library, places]) => library.test(target) && !places.test(file)),
  );

  expect(wrong.map(say)).toEqual([]);
});

test('nothing imports an entry point', () => {
  const wrong = imports.filter(
    ({ file, target }) =>
      target.startsWith('entrypoints/') &&
      dirname(file) !== dirname(target) &&
      !target.startsWith(`${dirname(file)}/`),
  );

  expect(wrong.map(say)).toEqual([]);
});

/** All files that end up in a bundle; type imports leave no trace. */
function reach(entry: string, seen = new Set<string>()): Set<string> {
  for (const { target } of importsOf(entry).filter((found) => !found.isTypeOnly)) {
    if (seen.has(target)) continue;
    seen.add(target);
    if (source.has(target)) reach(target, seen);
  }
  return seen;
}

test('content scripts stay small: no zod, no Dexie, no React, no word lists', () => {
  const scripts = files.filter((file) => /^entrypoints\/.*content\.ts$/.test(file));

  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) {
    const heavy = [...reach(script)].filter((target) =>
      /^(zod|dexie|react|@mantine)|^lib\/(zod|compliance|reply|log)/.test(target),
    );
    expect(heavy.map((target) => `${script} ⇒ ${target}`)).toEqual([]);
  }
});

test('the background and the log keep nothing in module variables', () => {
  const stateful = files
    .filter((file) => /^(entrypoints\/background\.ts|lib\/log\/)/.test(file))
    .filter((file) => /^(export )?let /m.test(source.get(file) ?? ''));

  expect(stateful).toEqual([]);
});

test('every platform folder is in the registry', () => {
  const registry = source.get('lib/platforms/index.ts') ?? '';
  const folders = new Set(
    files.flatMap((file) => file.match(/^lib\/platforms\/([^/]+)\/tap\.ts$/)?.[1] ?? []),
  );

  expect(folders.size).toBeGreaterThan(0);
  for (const folder of folders) expect(registry).toContain(`./${folder}/`);
});

test('no text becomes markup or code', () => {
  const bad =
    /\.innerHTML\s*=|\.outerHTML\s*=|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|(?<![\w$.])eval\(|new Function\(/;

  expect(files.filter((file) => !file.startsWith('rehearsal/') && bad.test(source.get(file) ?? ''))).toEqual(
    [],
  );
});

test('own files are imported with their ending, so that plain Node runs them', () => {
  const bare = imports.filter(
    ({ target }) =>
      /^(lib|components|entrypoints|scripts|rehearsal)\//.test(target) &&
      !/\.(tsx?|json|css)(\?inline)?$/.test(target),
  );

  expect(bare.map(say)).toEqual([]);
});
