import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extensionDir } from './build.ts';

/**
 * A copy of the built extension whose optional permissions of these names were allowed: the browser's bubble cannot be
 * answered without a screen. `remove` deletes it.
 */
export async function extensionWith(
  allowed: readonly string[],
): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'extension-'));
  await cp(extensionDir, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  manifest.permissions.push(...allowed);
  manifest.optional_permissions = manifest.optional_permissions.filter(
    (name: string) => !allowed.includes(name),
  );
  await writeFile(file, JSON.stringify(manifest));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
