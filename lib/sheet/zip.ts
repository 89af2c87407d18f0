/** A file in a zip archive. */
interface Entry {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const localHead = 0x04034b50;
const centralHead = 0x02014b50;
const endHead = 0x06054b50;

/**
 * The named files of a zip archive, as far as it has them. Null when it is none, is spoiled or encrypted, or when a
 * file is larger than `limit` bytes unpacked.
 */
export async function readZip(
  archive: Uint8Array<ArrayBuffer>,
  isWanted: (name: string) => boolean,
  limit: number,
): Promise<Map<string, Uint8Array> | null> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const files = new Map<string, Uint8Array>();
  try {
    const end = findEnd(view);
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== centralHead) return null;
      const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
      const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
      const [nameLength, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
      const name = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength!));
      const local = view.getUint32(at + 42, true);
      at += 46 + nameLength! + extra! + comment!;
      if (!isWanted(name)) continue;
      if (flags & 1 || size > limit || view.getUint32(local, true) !== localHead) return null;
      const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const bytes = archive.slice(from, from + packed);
      const unpacked = method === 0 ? bytes : method === 8 ? await inflate(bytes, limit) : null;
      if (!unpacked) return null;
      files.set(name, unpacked);
    }
    return files;
  } catch {
    // an offset beyond the end, or bytes that do not unpack
    return null;
  }
}

/** The end record stands in the last 64 kB, before a comment that may be there. */
function findEnd(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--)
    if (view.getUint32(at, true) === endHead) return at;
  throw new Error('No end record: this is no zip archive.');
}

/** Unpacks, and stops at `limit` bytes: a small file may claim to be small and grow without end. */
async function inflate(bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<Uint8Array | null> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return null;
    }
    parts.push(read.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** A zip archive of those files, not packed: what we write is small. */
export function writeZip(entries: readonly Entry[]): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const central: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const nameBytes = new TextEncoder().encode(name);
    const shared = [
      20,
      0x0800,
      0,
      0,
      0x21,
      crc32(bytes),
      bytes.length,
      bytes.length,
      nameBytes.length,
      0,
    ] as const;
    const sizes = [2, 2, 2, 2, 2, 4, 4, 4, 2, 2];
    const local = record([localHead, ...shared], [4, ...sizes]);
    central.push(
      record([centralHead, 20, ...shared, 0, 0, 0, 0, offset], [4, 2, ...sizes, 2, 2, 2, 4, 4]),
      nameBytes,
    );
    parts.push(local, nameBytes, bytes);
    offset += local.length + nameBytes.length + bytes.length;
  }
  const size = central.reduce((sum, { length }) => sum + length, 0);
  const end = record(
    [endHead, 0, 0, entries.length, entries.length, size, offset, 0],
    [4, 2, 2, 2, 2, 4, 4, 2],
  );
  return new Blob([...parts, ...central, end]);
}

/** Numbers in little-endian fields of so many bytes. */
function record(values: readonly number[], sizes: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0));
  let at = 0;
  for (const [index, size] of sizes.entries()) {
    for (let i = 0; i < size; i++) bytes[at++] = (values[index]! >>> (8 * i)) & 0xff;
  }
  return bytes;
}

/** What each byte does to a sum, and in the next three tables what it does as many bytes on: four at once are as quick. */
const crcTable = new Uint32Array(4 * 256);
for (let byte = 0; byte < 256; byte++) {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  crcTable[byte] = crc;
}
for (let i = 256; i < crcTable.length; i++) {
  const before = crcTable[i - 256]!;
  crcTable[i] = crcTable[before & 0xff]! ^ (before >>> 8);
}

/** CRC-32 as zip has it, of a part of the bytes: finds what changed by chance, proves nothing against a forger. */
export function crc32(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let crc = -1;
  let i = from;
  for (; i + 4 <= to; i += 4) {
    const word = crc ^ (bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24));
    crc =
      crcTable[768 + (word & 0xff)]! ^
      crcTable[512 + ((word >>> 8) & 0xff)]! ^
      crcTable[256 + ((word >>> 16) & 0xff)]! ^
      crcTable[word >>> 24]!;
  }
  for (; i < to; i++) crc = crcTable[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
