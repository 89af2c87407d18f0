import type { Maker } from '../index/maker.ts';
import type { Database, StoredDigest } from '../log/database.ts';
import { unzip, zip } from '../log/pack.ts';
import { mergeInSteps } from './collect.ts';
import { type Digest, digestVersion } from './digest.ts';
import { digestOf, type Judge } from './digest-of.ts';

/** Makes the digests of a session; without a judge nothing is said of findings. */
export const digestMaker = (judge: Judge | null): Maker => ({
  table: 'digests',
  version: digestVersion,
  async make(stretch): Promise<StoredDigest> {
    const { session, first, count } = stretch;
    const bytes = await zip(write(digestOf(stretch, judge)));
    return { session, first, count, version: digestVersion, bytes };
  },
  async finish(db, session) {
    const digests = await readDigests(db, session, many);
    if (digests.length < many) return;
    await joinDigests(db, session, digests, await mergeInSteps(digests, breathe));
  },
});

const breathe = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

/**
 * The kept digests of a session, in order; what is of another version or cannot be read counts as not there. None are
 * read where there are fewer than `least`.
 */
export async function readDigests(db: Database, session: string, least = 0): Promise<Digest[]> {
  const all = db.digests.where(':id').between([session, 0], [session, Number.MAX_SAFE_INTEGER], true, true);
  if (least > 0 && (await all.count()) < least) return [];
  const kept = await all.toArray();
  const sound = kept.filter(({ version }) => version === digestVersion);
  const digests = sound.map(({ bytes }) => unzip(bytes).then(read, () => null));
  return (await Promise.all(digests)).filter((digest) => digest !== null);
}

/** Records that are read at once. */
const atOnce = 16;

/** The same one by one, for who needs little of each. */
export async function* eachDigest(db: Database, session: string): AsyncGenerator<Digest> {
  for (let from = 0; ; ) {
    const kept = await db.digests
      .where(':id')
      .between([session, from], [session, Number.MAX_SAFE_INTEGER], true, true)
      .limit(atOnce)
      .toArray();
    for (const { version, bytes } of kept) {
      const digest = version === digestVersion ? await unzip(bytes).then(read, () => null) : null;
      if (digest) yield digest;
    }
    const last = kept.at(-1);
    if (!last) return;
    from = last.first + 1;
  }
}

/** Records that are worth joining: so many take longer to read than one of the same content. */
const many = 32;

/**
 * Keeps what many digests merged into in their place, so that the next report reads one record. Nothing happens when
 * they are few, or when one of them is gone meanwhile: then they were thrown away or joined by another page.
 */
export async function joinDigests(
  db: Database,
  session: string,
  digests: readonly Digest[],
  merged: Digest,
): Promise<void> {
  if (digests.length < many) return;
  const bytes = await zip(write(merged));
  const keys = digests.map(({ first }): [string, number] => [session, first]);
  const { first, covered: count } = merged;
  await db.transaction('rw', db.digests, async () => {
    const found = await db.digests.bulkGet(keys);
    if (found.some((one) => one === undefined)) return;
    await db.digests.bulkDelete(keys);
    await db.digests.put({ session, first, count, version: digestVersion, bytes });
  });
}

const mapped = ['words', 'products', 'shelf', 'questions'] as const;

/** A digest as JSON. */
export const write = (digest: Digest): string =>
  JSON.stringify(digest, (_, value) =>
    value instanceof Map ? [...value] : value instanceof Uint32Array ? [...value] : value,
  );

/** The digest again. */
export function read(text: string): Digest {
  const digest = JSON.parse(text);
  for (const key of mapped) digest[key] = new Map(digest[key]);
  if (digest.found)
    digest.found = {
      ...digest.found,
      own: new Map(digest.found.own),
      viewers: new Map(digest.found.viewers),
    };
  digest.people = Uint32Array.from(digest.people);
  return digest as Digest;
}
