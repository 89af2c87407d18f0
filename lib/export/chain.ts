import { crc32 } from '../sheet/zip.ts';

/** Lines of a file that are hashed together. */
export const blockSize = 256;
/** What the first block is chained to. */
export const origin = '0'.repeat(64);

/** A block of lines: chained to the one before, and with a mark of each line that names the one that changed. */
export interface Block {
  file: string;
  /** lines before it in the file */
  first: number;
  lines: number;
  /** SHA-256, in hex, of the hash before and these lines, each ended by a line feed, as UTF-8 */
  hash: string;
  /** CRC-32 of each line, eight hex digits each, run together */
  marks: string;
}

/** What the chain of a file comes to. */
export interface ChainEnd {
  lines: number;
  /** UTF-8, line feeds among them */
  bytes: number;
  /** hash of the first block, and of the last, which stands for every line of the file */
  first: string;
  last: string;
}

const encoder = new TextEncoder();

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** CRC-32 of one line, without its end. */
export const markOf = (bytes: Uint8Array, from = 0, to = bytes.length): string =>
  crc32(bytes, from, to).toString(16).padStart(8, '0');

/** The hash of a block of lines, each with its end, that follows the block of hash `before`. */
export async function chainHash(before: string, lines: readonly Uint8Array[]): Promise<string> {
  const size = lines.reduce((sum, { length }) => sum + length, before.length + 1);
  const bytes = new Uint8Array(size);
  bytes.set(encoder.encode(`${before}\n`));
  let at = before.length + 1;
  for (const line of lines) {
    bytes.set(line, at);
    at += line.length;
  }
  return sha256(bytes);
}

const lineFeed = 0x0a;

/** Chains the lines of one file, which come whole; `onBlock` gets each block once it is full. */
export function createChain(
  file: string,
  onBlock: (block: Block) => Promise<void> | void,
): { add(lines: Uint8Array<ArrayBuffer>): Promise<void>; end(): Promise<ChainEnd> } {
  /** lines of the open block that came before, and how many they are with their marks */
  let held: Uint8Array[] = [];
  let [lines, marks] = [0, ''];
  const state: ChainEnd = { lines: 0, bytes: 0, first: origin, last: origin };

  async function close(): Promise<void> {
    if (lines === 0) return;
    const block = { file, first: state.lines, lines, hash: await chainHash(state.last, held), marks };
    if (state.lines === 0) state.first = block.hash;
    state.last = block.hash;
    state.lines += lines;
    state.bytes += held.reduce((sum, { length }) => sum + length, 0);
    [held, lines, marks] = [[], 0, ''];
    await onBlock(block);
  }
  return {
    async add(bytes) {
      let begun = 0;
      for (let from = 0; from < bytes.length; ) {
        const end = bytes.indexOf(lineFeed, from);
        marks += markOf(bytes, from, end);
        lines++;
        from = end + 1;
        if (lines < blockSize) continue;
        held.push(bytes.subarray(begun, from));
        begun = from;
        await close();
      }
      // the bytes are not ours for longer
      if (begun < bytes.length) held.push(bytes.slice(begun));
    },
    async end() {
      await close();
      return state;
    },
  };
}
