import { release } from '../sheet/release.ts';

/** Bytes of a text, packed with gzip: about a quarter of what comments take as UTF-8. */
export const zip = (text: string): Promise<Uint8Array> =>
  through(new CompressionStream('gzip'), new TextEncoder().encode(text));

/** The text again; rejects when the bytes are no whole gzip member. */
export async function unzip(bytes: Uint8Array): Promise<string> {
  const unpacked = await unzipBytes(bytes);
  const text = new TextDecoder().decode(unpacked);
  release(unpacked);
  return text;
}

/** What `read` makes of the UTF-8; neither the packed bytes nor the others are there afterwards. */
export async function unzipTo<T>(bytes: Uint8Array, read: (unpacked: Uint8Array) => T): Promise<T> {
  const unpacked = await unzipBytes(bytes);
  release(bytes);
  const made = read(unpacked);
  release(unpacked);
  return made;
}

/** The same as UTF-8. */
export const unzipBytes = (bytes: Uint8Array): Promise<Uint8Array> =>
  through(new DecompressionStream('gzip'), bytes, sizeIn(bytes));

/** Bytes that are taken on trust: more than any page has. */
const trusted = 1 << 26;

/** How many bytes a gzip member says it unpacks to (RFC 1952): it may lie. */
function sizeIn(bytes: Uint8Array): number {
  const { buffer, byteOffset, length } = bytes;
  if (length < 4) return 0;
  return Math.min(trusted, new DataView(buffer, byteOffset + length - 4).getUint32(0, true));
}

/** Read by hand: going by way of a Blob and a Response takes twice as long. `expected`: how many bytes come out. */
async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array,
  expected = bytes.length >> 1,
): Promise<Uint8Array> {
  const writer = stream.writable.getWriter();
  // what goes wrong here rejects the reads below, too
  writer.write(bytes as BufferSource).catch(() => {});
  writer.close().catch(() => {});
  const reader = stream.readable.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  let whole = new Uint8Array(expected);
  let size = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const next = size + read.value.length;
    if (next > whole.length) {
      const larger = new Uint8Array(Math.max(next, 2 * size));
      larger.set(whole.subarray(0, size));
      whole = larger;
    }
    whole.set(read.value, size);
    size = next;
    release(read.value);
  }
  return size === whole.length ? whole : whole.slice(0, size);
}
