/** The text of a gzip member that is at most `limit` bytes long; null when it is none, or longer. */
export async function inflateAtMost(bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<string | null> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.length;
      if (size > limit) return null;
      text += decoder.decode(read.value, { stream: true });
    }
    return text + decoder.decode();
  } catch {
    return null;
  } finally {
    await reader.cancel().catch(() => {});
  }
}
