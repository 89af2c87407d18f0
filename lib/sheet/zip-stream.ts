import { createBatch, type Take } from './batch.ts';
import { release } from './release.ts';

/** A file within an archive that is being written. */
export interface ZipFile {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
}

export interface ZipStream {
  /** Begins a file that goes straight to the archive; the one before must be closed. */
  file(name: string): ZipFile;
  /** Begins a file that is packed beside the others and stands in memory, packed, until the archive ends. */
  held(name: string): ZipFile;
  /** Writes the held files and the directory; every file must be closed. Throws above 4 GB. */
  end(): Promise<void>;
}

interface Entry extends Packed {
  name: Uint8Array<ArrayBuffer>;
  offset: number;
}

const largest = 0xffffffff;
/** names are UTF-8, sizes follow the data */
const flags = 0x0808;
/** 1 January 1980: an archive of the same content is the same archive */
const date = 0x21;

/** Writes a zip archive (APPNOTE 6.3.10) as its files come, so that none of them need stand in memory. */
export function createZipStream(take: Take): ZipStream {
  // what is packed comes in small pieces, and each write of a file takes a while, however small it is
  const batch = createBatch(take);
  const entries: Entry[] = [];
  const waiting: { name: string; parts: Uint8Array<ArrayBuffer>[]; packed: Packed | null }[] = [];
  let offset = 0;
  const put: Take = async (bytes) => {
    offset += bytes.length;
    if (offset > largest) throw new RangeError('The archive grows larger than 4 GB.');
    await batch.add(bytes);
  };

  async function begin(name: Uint8Array<ArrayBuffer>): Promise<number> {
    const at = offset;
    await put(fields([0x04034b50, 20, flags, 8, 0, date, 0, 0, 0, name.length, 0], localSizes));
    await put(name);
    return at;
  }
  async function finish(name: Uint8Array<ArrayBuffer>, at: number, packed: Packed): Promise<void> {
    if (packed.size > largest) throw new RangeError('A file of the archive grows larger than 4 GB.');
    await put(fields([0x08074b50, packed.crc, packed.length, packed.size], [4, 4, 4, 4]));
    entries.push({ ...packed, name, offset: at });
  }

  return {
    file(name) {
      const bytes = new TextEncoder().encode(name);
      let at: Promise<number> | undefined;
      const packer = createPacker(async (part) => {
        at ??= begin(bytes);
        await at;
        await put(part);
      });
      return {
        write: packer.write,
        close: async () => {
          const packed = await packer.close();
          at ??= begin(bytes);
          await finish(bytes, await at, packed);
        },
      };
    },
    held(name) {
      const file = { name, parts: [] as Uint8Array<ArrayBuffer>[], packed: null as Packed | null };
      waiting.push(file);
      const packer = createPacker(async (part) => void file.parts.push(part.slice()));
      return {
        write: packer.write,
        close: async () => {
          file.packed = await packer.close();
        },
      };
    },
    async end() {
      for (const { name, parts, packed } of waiting) {
        if (!packed) throw new Error(`The file "${name}" of the archive was not closed.`);
        const bytes = new TextEncoder().encode(name);
        const at = await begin(bytes);
        for (const part of parts) await put(part);
        await finish(bytes, at, packed);
      }
      const begun = offset;
      for (const { name, crc, length, size, offset: at } of entries) {
        const values = [
          0x02014b50,
          20,
          20,
          flags,
          8,
          0,
          date,
          crc,
          length,
          size,
          name.length,
          0,
          0,
          0,
          0,
          0,
          at,
        ];
        await put(fields(values, [4, 2, ...localSizes.slice(1), 2, 2, 2, 4, 4]));
        await put(name);
      }
      const count = entries.length;
      const end = [0x06054b50, 0, 0, count, count, offset - begun, begun, 0];
      await put(fields(end, [4, 2, 2, 2, 2, 4, 4, 2]));
      await batch.end();
    },
  };
}

const localSizes = [4, 2, 2, 2, 2, 2, 4, 4, 4, 2, 2];

/** Numbers in little-endian fields of so many bytes. */
function fields(values: readonly number[], sizes: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0));
  let at = 0;
  for (const [index, size] of sizes.entries())
    for (let i = 0; i < size; i++) bytes[at++] = (values[index]! >>> (8 * i)) & 0xff;
  return bytes;
}

/** What a directory says of a packed file: its checksum, its packed length and its size. */
interface Packed {
  crc: number;
  length: number;
  size: number;
}

const gzipHead = 10;
const gzipTail = 8;

/**
 * Packs bytes as they come. A gzip stream is a deflate stream between a head and the checksum that a zip wants, too:
 * the browser's own code reckons it, many times faster than ours.
 */
function createPacker(take: Take): { write: Take; close(): Promise<Packed> } {
  const { readable, writable } = new CompressionStream('gzip');
  const writer = writable.getWriter();
  let skip = gzipHead;
  let tail = new Uint8Array(0);
  let length = 0;
  let size = 0;

  async function pump(): Promise<void> {
    const reader = readable.getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const { value } = read;
      const head = Math.min(skip, value.length);
      skip -= head;
      const body = value.subarray(head);
      const over = Math.max(0, tail.length + Math.min(body.length, gzipTail) - gzipTail);
      const parts = [tail.subarray(0, over), body.subarray(0, Math.max(0, body.length - gzipTail))];
      for (const part of parts) {
        length += part.length;
        if (part.length > 0) await take(part);
      }
      tail = Uint8Array.of(...tail.subarray(over), ...body.subarray(-gzipTail));
      release(value);
    }
  }
  let failure: unknown;
  const pumped = pump().catch(async (error: unknown) => {
    failure = error;
    await writer.abort(error).catch(() => {});
  });
  return {
    async write(bytes) {
      size += bytes.length;
      await writer.write(bytes).catch((error: unknown) => {
        throw failure ?? error;
      });
    },
    async close() {
      await writer.close().catch(() => {});
      await pumped;
      if (failure) throw failure;
      return { crc: new DataView(tail.buffer, tail.byteOffset).getUint32(0, true), length, size };
    },
  };
}
