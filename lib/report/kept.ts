import type { Maker } from '../index/maker.ts';
import type { Database, StoredDigest } from '../log/database.ts';
import { unzip, unzipTo, zip } from '../log/pack.ts';
import { mergeInSteps } from './collect.ts';
import { type Asked, type Digest, digestVersion } from './digest.ts';
import { digestOf, type Judge } from './digest-of.ts';
import { readFields, type Visits } from './fields.ts';

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
    if ((await recordsOf(db, session).count()) < many) return;
    let group: Digest[] = [];
    let covered = 0;
    const join = async () => {
      await joinDigests(db, session, group, await mergeInSteps(group, breathe), 2);
      group = [];
      covered = 0;
    };
    for await (const digest of eachDigest(db, session)) {
      group.push(digest);
      covered += digest.covered;
      if (covered >= largest) await join();
    }
    if (group.length > 0) await join();
  },
});

const breathe = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

const recordsOf = (db: Database, session: string, from = 0) =>
  db.digests.where(':id').between([session, from], [session, Number.MAX_SAFE_INTEGER], true, true);

/** So many bytes of digests are unpacked in one task: about 20 ms. */
const bytesAtOnce = 1 << 18;

/**
 * The kept digests of a session, in order; what is of another version or cannot be read counts as not there. With
 * pauses: while a page is busy its readings of other tables stay open, and no append gets past them.
 */
export async function readDigests(db: Database, session: string): Promise<Digest[]> {
  const digests: Digest[] = [];
  let unpacked = 0;
  for (const { version, bytes } of await recordsOf(db, session).toArray()) {
    if (version !== digestVersion) continue;
    const digest = await unzip(bytes).then(read, () => null);
    if (digest) digests.push(digest);
    unpacked += bytes.length;
    if (unpacked < bytesAtOnce) continue;
    unpacked = 0;
    await breathe();
  }
  return digests;
}

/** Records that are read at once. */
const atOnce = 4;

/** Takes the long lists of digests one element at a time. */
interface DigestVisits extends Visits {
  questions?(one: [id: string, asked: Asked]): void;
  turns?(one: Digest['turns'][number]): void;
}

/** The same one by one, or only the wanted fields of each: for who needs none of them for long. */
export async function* eachDigest<K extends keyof Digest>(
  db: Database,
  session: string,
  wanted?: readonly K[],
  visit?: DigestVisits,
): AsyncGenerator<Pick<Digest, K>> {
  const fields = wanted && new Set<string>(wanted);
  for (let from = 0; ; ) {
    const kept = await recordsOf(db, session, from).limit(atOnce).toArray();
    for (const { version, bytes } of kept) {
      if (version !== digestVersion) continue;
      const read = (unpacked: Uint8Array) => revive(readFields(unpacked, fields, visit));
      const digest = await unzipTo(bytes, read).catch(() => null);
      if (digest) yield digest;
    }
    const last = kept.at(-1);
    if (!last) return;
    from = last.first + 1;
  }
}

/** Records that are worth joining: so many take longer to read than one of the same content. */
const many = 32;
/** Events that one record covers when joined: those of a million at once would take 180 MB to read. */
const largest = 1 << 17;

/**
 * Keeps what many digests merged into in their place, so that the next report reads one record. Nothing happens when
 * they are fewer than `least`, or when one of them is gone meanwhile: then they were thrown away or joined by another page.
 */
export async function joinDigests(
  db: Database,
  session: string,
  digests: readonly Digest[],
  merged: Digest,
  least = many,
): Promise<void> {
  if (digests.length < least) return;
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
export const read = (text: string): Digest => revive(JSON.parse(text));

/** What JSON has of a digest, or of some fields of one, as it was. */
function revive(digest: ReturnType<typeof JSON.parse>): Digest {
  for (const key of mapped) if (digest[key]) digest[key] = new Map(digest[key]);
  if (digest.found)
    digest.found = {
      ...digest.found,
      own: new Map(digest.found.own),
      viewers: new Map(digest.found.viewers),
    };
  if (digest.people) digest.people = Uint32Array.from(digest.people);
  return digest as Digest;
}
