/** What the browser tells of the disk (bytes); null where it tells nothing. */
export interface Disk {
  usage: number;
  quota: number;
}

/** Less than this is left: viewers' words go sooner (bytes). */
const little = 1024 ** 3;

export async function readDisk(): Promise<Disk | null> {
  const { usage, quota } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
  return usage === undefined || quota === undefined ? null : { usage, quota };
}

/**
 * Whether the disk fills up. With `unlimitedStorage` the quota is about the free disk and what is used; without it the
 * quota grows with what is used (Chromium 156, measured), so that this is never so.
 */
export const isTight = (disk: Disk | null): boolean => disk !== null && disk.quota - disk.usage < little;
