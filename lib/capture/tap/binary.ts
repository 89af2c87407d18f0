/** Longest frame or packed answer that is copied, in bytes; base64 makes it a third longer. */
const limit = 1_500_000;
/** Most arguments of one call. */
const stride = 8192;

/** Hands over bytes as base64; an empty text for those too long. */
export type TellBytes = (url: string, base64: string) => void;

/** Copies what a page received as bytes, before the page can use them up. */
export type CopyBytes = (url: string, data: unknown) => void;

/** Takes what it needs of the page's world now: the page may replace it later. */
export function createCopyBytes(scope: typeof globalThis, tell: TellBytes): CopyBytes {
  const { btoa, Uint8Array: Bytes, Blob, ArrayBuffer: Buffer } = scope;
  const { arrayBuffer } = Blob.prototype;
  const { fromCharCode } = scope.String;
  const { apply } = Reflect;

  function encode(buffer: ArrayBuffer): string {
    const size = buffer.byteLength;
    if (size > limit) return '';
    let chars = '';
    for (let at = 0; at < size; at += stride)
      chars += apply(fromCharCode, null, new Bytes(buffer, at, Math.min(stride, size - at)));
    return btoa(chars);
  }

  return (url, data) => {
    if (data instanceof Buffer) tell(url, encode(data));
    else if (data instanceof Blob)
      (apply(arrayBuffer, data, []) as Promise<ArrayBuffer>).then(
        (buffer) => tell(url, encode(buffer)),
        () => {},
      );
  };
}
