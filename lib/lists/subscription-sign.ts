/**
 * Whether an Ed25519 signature (RFC 8032), 64 bytes in base64, of those bytes was made with the key, 32 bytes in
 * base64. False for what is no key or no signature.
 */
export async function isSigned(
  bytes: Uint8Array<ArrayBuffer>,
  signature: string,
  key: string,
): Promise<boolean> {
  try {
    const publicKey = await crypto.subtle.importKey('raw', fromBase64(key), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', publicKey, fromBase64(signature), bytes);
  } catch {
    return false;
  }
}

/** The signature that a list's first line has, and what it signs: all that follows. Else the whole file is signed. */
export function signatureIn(bytes: Uint8Array<ArrayBuffer>): {
  signature: string | null;
  signed: Uint8Array<ArrayBuffer>;
} {
  const end = bytes.indexOf(0x0a);
  const first = new TextDecoder().decode(bytes.subarray(0, end === -1 || end > 200 ? 0 : end));
  const signature = /^\ufeff?[#!] ?Signature: ?([\w+/=-]{86,88})\s*$/i.exec(first)?.[1];
  return signature ? { signature, signed: bytes.slice(end + 1) } : { signature: null, signed: bytes };
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const plain = text.trim().replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(plain), (letter) => letter.charCodeAt(0));
}
