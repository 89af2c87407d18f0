/**
 * Unpacks gzip with the browser's own inflate. Null when it is cut off or corrupt, or grows beyond `ceiling`
 * bytes: a thousandth of them can unpack to all of memory, so it stops as soon as it is over.
 */
export async function gunzip(
  packed: Uint8Array<ArrayBuffer>,
  ceiling: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const stream = new DecompressionStream('gzip');
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  // both fail as the reader does, which is what counts
  writer.write(packed).catch(() => {});
  writer.close().catch(() => {});
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      size += step.value.length;
      if (size > ceiling) {
        reader.cancel().catch(() => {});
        return null;
      }
      parts.push(step.value);
    }
  } catch {
    return null;
  }
  return join(parts, size);
}

function join(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
