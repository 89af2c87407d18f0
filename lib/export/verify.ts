import { hashOf } from '../compliance/hash.ts';
import type { ListContent } from '../lists/word-list.ts';
import { type Listed, readDirectory, unpackFile } from '../sheet/zip-directory.ts';
import { type Block, sha256 } from './chain.ts';
import { checkChain } from './check-chain.ts';
import {
  BlockLine,
  BuiltInFile,
  builtInFile,
  chained,
  isPackName,
  listFile,
  Manifest,
  names,
  RuleSetFile,
  ruleFile,
} from './pack-files.ts';

/** What is wrong with a pack: in which file, in which event, and what differs. */
interface Fault {
  file: string;
  /** seq of the first event that differs */
  event?: number;
  /** one sentence, in English */
  what: string;
}

export type Verdict = { ok: true; manifest: Manifest; seal: string } | { ok: false; faults: Fault[] };

/** Largest sizes of what is read whole (bytes). */
const largest = { manifest: 4_000_000, chain: 500_000_000, other: 50_000_000 };

class Broken extends Error {
  readonly fault: Fault;
  constructor(file: string, what: string) {
    super(`${file}: ${what}`);
    this.fault = { file, what };
  }
}

/**
 * Checks an evidence pack against its own manifest and chain, and against `deposited`, the seal that was kept
 * elsewhere. Reads the log as a stream; survives any file that is no pack. Never rejects for what a file holds.
 */
export async function verifyPack(archive: Blob, deposited?: string): Promise<Verdict> {
  try {
    return await verify(archive, deposited?.trim().toLowerCase());
  } catch (error) {
    if (error instanceof Broken) return { ok: false, faults: [error.fault] };
    throw error;
  }
}

async function verify(archive: Blob, deposited: string | undefined): Promise<Verdict> {
  const files = await listed(archive);
  const faults: Fault[] = [];
  const whole = async (name: string, limit: number) => readWhole(archive, files, name, limit);

  const manifestBytes = await whole(names.manifest, largest.manifest);
  const seal = await sha256(manifestBytes);
  const said = textIn(await whole(names.seal, 1000), names.seal);
  if (said !== `${seal}  ${names.manifest}\n`)
    throw new Broken(names.manifest, `its SHA-256 is ${seal}, which is not what ${names.seal} says`);
  if (deposited !== undefined && deposited !== seal)
    throw new Broken(names.manifest, `its SHA-256 is ${seal}, not the deposited ${deposited.slice(0, 64)}`);
  const read = Manifest.safeParse(json(textIn(manifestBytes, names.manifest), names.manifest));
  if (!read.success)
    throw new Broken(
      names.manifest,
      `it is no manifest of this format (${read.error.issues[0]?.path.join('.')})`,
    );
  const manifest = read.data;

  const expected = new Set<string>([
    ...manifest.files.map(({ name }) => name),
    ...chained,
    names.manifest,
    names.seal,
  ]);
  for (const name of files.keys())
    if (!expected.has(name))
      faults.push({ file: name, what: 'it is in the archive and not in the manifest' });
  let blocks: Block[] = [];
  for (const { name, bytes, sha256: hash } of manifest.files) {
    if (!isPackName(name)) throw new Broken(names.manifest, 'it names a file that no pack has');
    if (!files.has(name)) {
      faults.push({ file: name, what: 'it is missing' });
      continue;
    }
    const content = await whole(name, name === names.chain ? largest.chain : largest.other);
    const found = await sha256(content);
    // a chain that was changed names the wrong event
    if (found !== hash)
      faults.push({
        file: name,
        what: `its SHA-256 is ${found}, the manifest says ${hash}${content.length === bytes ? '' : `, and it has ${content.length} bytes instead of ${bytes}`}`,
      });
    else if (name === names.chain) blocks = blocksIn(textIn(content, name));
    else if (name.startsWith('rules/')) faults.push(...ruleFaults(textIn(content, name), name));
    else if (name.startsWith('lists/')) faults.push(...(await listFaults(textIn(content, name), name)));
  }
  if (faults.some(({ file }) => file === names.chain)) return { ok: false, faults };

  for (const name of chained) {
    const file = files.get(name);
    const end = manifest.chain.files[name];
    if (!file || !end) {
      faults.push({ file: name, what: 'it is missing' });
      continue;
    }
    const mine = blocks.filter((block) => block.file === name);
    const fault = await checkChain(unpackFile(archive, file), mine, end, {
      areEvents: name === names.events && manifest.counts.unreadable === 0,
    });
    if (fault) faults.push({ file: name, ...fault });
  }
  const lines = manifest.chain.files[names.events]?.lines ?? 0;
  // beside the events stand the session's line and the last
  if (lines !== manifest.counts.events + 2)
    faults.push({
      file: names.events,
      what: `it has ${lines - 2} events, the manifest counts ${manifest.counts.events}`,
    });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, manifest, seal };
}

async function listed(archive: Blob): Promise<Map<string, Listed>> {
  const directory = await readDirectory(archive);
  if ('fault' in directory) {
    const { fault, name = 'the archive' } = directory;
    const what = {
      'no-zip': 'it is no zip archive, or was cut off',
      damaged: 'its directory is damaged',
      encrypted: 'it is encrypted; unpack it first',
      overlapping: 'it overlaps another file, as in a zip bomb',
      'too-many': 'it lists more files than a pack has',
      duplicate: 'it is there twice',
    }[fault];
    throw new Broken(printable(name), what);
  }
  const files = new Map<string, Listed>();
  for (const file of directory.files) {
    if (file.name.endsWith('/') && file.size === 0) continue;
    if (!isPackName(file.name)) throw new Broken(printable(file.name), 'no pack has a file of this name');
    files.set(file.name, file);
  }
  return files;
}

/** A name from a hostile archive could hold control characters for a terminal. */
const printable = (name: string): string => JSON.stringify(name.slice(0, 80)).slice(1, -1);

async function readWhole(
  archive: Blob,
  files: ReadonlyMap<string, Listed>,
  name: string,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = files.get(name);
  if (!file) throw new Broken(name, 'it is missing');
  if (file.size > limit) throw new Broken(name, `it claims ${file.size} bytes, more than any pack has`);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  try {
    for await (const part of unpackFile(archive, file)) parts.push(part);
  } catch (error) {
    throw new Broken(name, `it cannot be unpacked (${(error as Error).message})`);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function textIn(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Broken(name, 'it is no UTF-8 text');
  }
}

function json(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Broken(name, 'it is no JSON');
  }
}

function blocksIn(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const block = BlockLine.safeParse(json(line, names.chain));
    if (!block.success || block.data.marks.length !== 8 * block.data.lines)
      throw new Broken(names.chain, `line ${blocks.length + 1} is no block`);
    blocks.push(block.data);
  }
  return blocks;
}

/** Rules are named by the hash of what they are made of. */
function ruleFaults(text: string, name: string): Fault[] {
  const value = json(text, name);
  const [set, builtIn] = [RuleSetFile.safeParse(value), BuiltInFile.safeParse(value)];
  if (set.success) {
    const { version, builtIn: hash, settings, lists = [] } = set.data;
    // what some place or hour makes of the settings is in them already
    const { profiles: _, switched: __, ...own } = settings;
    const made = hashOf([hash, own, ...lists.map((list) => [list.id, list.hash])]);
    if (made === version && name === ruleFile(version)) return [];
  } else if (builtIn.success) {
    const { hash, rules, classes, innocents, exemptions } = builtIn.data;
    if (hashOf([rules, classes, innocents, exemptions]) === hash && name === builtInFile(hash)) return [];
  }
  return [{ file: name, what: 'its content does not make the version it is named by' }];
}

/** What a word list held is named by its hash. */
async function listFaults(text: string, name: string): Promise<Fault[]> {
  const { terms, allow } = json(text, name) as Partial<ListContent>;
  const hash = await sha256(new TextEncoder().encode(JSON.stringify({ terms, allow })));
  return name === listFile(hash) ? [] : [{ file: name, what: 'it is not the list it is named by' }];
}
