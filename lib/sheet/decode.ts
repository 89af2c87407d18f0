/**
 * The text of a file that a person brings: UTF-8, UTF-16 by its mark, else GB 18030, which holds GBK
 * and is what Chinese Windows writes.
 */
export function decodeText(bytes: Uint8Array<ArrayBuffer>): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff && 'utf-16be';
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
