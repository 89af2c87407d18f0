/** The bytes of a base64 text; null for what is none. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    const chars = atob(base64);
    const bytes = new Uint8Array(chars.length);
    for (let i = 0; i < chars.length; i += 1) bytes[i] = chars.charCodeAt(i);
    return bytes;
  } catch {
    return null;
  }
}

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;
