/** A file in an archive, as the directory says. */
export interface Listed {
  name: string;
  /** where its own head begins, and how many bytes it is packed and unpacked */
  offset: number;
  packed: number;
  size: number;
  method: number;
}

/** Why an archive is not read: it is none, is damaged, or lies about itself. */
export type ZipFault = 'no-zip' | 'damaged' | 'encrypted' | 'overlapping' | 'too-many' | 'duplicate';

const mostEntries = 5000;
const largestDirectory = 2_000_000;
const endSize = 22;

/** What is in a zip archive, without unpacking any of it; nothing of what it says of itself is believed. */
export async function readDirectory(
  archive: Blob,
): Promise<{ files: Listed[] } | { fault: ZipFault; name?: string }> {
  const tailAt = Math.max(0, archive.size - endSize - 0xffff);
  const tail = await viewOf(archive, tailAt, archive.size);
  let end = tail.byteLength - endSize;
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) return { fault: 'no-zip' };
  const count = tail.getUint16(end + 10, true);
  const [length, begun] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)];
  if (count > mostEntries || length > largestDirectory) return { fault: 'too-many' };
  if (begun + length > tailAt + end) return { fault: 'damaged' };
  const view = await viewOf(archive, begun, begun + length);
  const files: Listed[] = [];
  for (let at = 0, i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return { fault: 'damaged' };
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ];
    if (at + 46 + nameLength > view.byteLength) return { fault: 'damaged' };
    const name = new TextDecoder().decode(new Uint8Array(view.buffer, at + 46, nameLength));
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    if (view.getUint16(at + 8, true) & 1) return { fault: 'encrypted', name };
    if (files.some((file) => file.name === name)) return { fault: 'duplicate', name };
    files.push({
      name,
      packed,
      size,
      method: view.getUint16(at + 10, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + extra + comment;
  }
  // bombs let many names unpack the same bytes
  const inOrder = files.toSorted((a, b) => a.offset - b.offset);
  for (const [i, { name, offset, packed }] of inOrder.entries())
    if (offset + 30 + packed > (inOrder[i + 1]?.offset ?? begun)) return { fault: 'overlapping', name };
  return { files };
}

/** A file's bytes as they are unpacked; throws where they cannot be, and once they are more than was said. */
export async function* unpackFile(archive: Blob, file: Listed): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const head = await viewOf(archive, file.offset, file.offset + 30);
  if (head.byteLength < 30 || head.getUint32(0, true) !== 0x04034b50)
    throw new Error('The file has no head.');
  const from = file.offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const packed = archive.slice(from, from + file.packed).stream();
  if (file.method !== 0 && file.method !== 8) throw new Error(`Packed by unknown method ${file.method}.`);
  const stream = file.method === 0 ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  let size = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.byteLength;
      if (size > file.size) throw new Error(`It unpacks to more than the ${file.size} bytes it claims.`);
      yield read.value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
  if (size < file.size) throw new Error(`It unpacks to ${size} of ${file.size} bytes.`);
}

async function viewOf(archive: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await archive.slice(from, to).arrayBuffer());
}
