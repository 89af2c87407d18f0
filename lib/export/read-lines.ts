/** Why a text cannot be cut into lines any further. */
export type BadLine = 'too-long' | 'not-text' | 'not-gzip';

/** Some lines in order, and how far the file is read (bytes). After a `problem` nothing follows. */
export interface Lines {
  lines: string[];
  bytes: number;
  problem?: BadLine;
}

/** Longer than any event can be: 500 goods with their titles are a fifth of it. */
const longestLine = 2_000_000;

/** Cuts a file into lines, unpacking it when it is gzip'd; holds one line and one read of it in memory. */
export async function* readLines(file: Blob, longest = longestLine): AsyncGenerator<Lines> {
  const magic = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isPacked = magic[0] === 0x1f && magic[1] === 0x8b;
  let bytes = 0;
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (part, flow) => {
        bytes += part.byteLength;
        flow.enqueue(part);
      },
    }),
  );
  const stream = isPacked ? counted.pipeThrough(new DecompressionStream('gzip')) : counted;
  const reader = stream.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  try {
    for (;;) {
      const read = await reader.read().catch(() => null);
      if (!read) return yield { lines: [], bytes, problem: isPacked ? 'not-gzip' : 'not-text' };
      let text: string;
      try {
        text = read.done ? decoder.decode() : decoder.decode(read.value, { stream: true });
      } catch {
        const { lines } = cut(rest + new TextDecoder().decode(read.value));
        const bad = lines.findIndex((line) => line.includes('\uFFFD'));
        return yield { lines: bad < 0 ? lines : lines.slice(0, bad), bytes, problem: 'not-text' };
      }
      const found = cut(rest + text);
      rest = found.rest;
      if (read.done) {
        if (rest !== '') found.lines.push(rest);
        return yield { lines: found.lines, bytes };
      }
      const isTooLong = rest.length > longest || found.lines.some(({ length }) => length > longest);
      if (isTooLong) {
        const at = found.lines.findIndex(({ length }) => length > longest);
        return yield { lines: at < 0 ? found.lines : found.lines.slice(0, at), bytes, problem: 'too-long' };
      }
      if (found.lines.length > 0) yield { lines: found.lines, bytes };
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function cut(text: string): { lines: string[]; rest: string } {
  const lines = text.split('\n');
  const rest = lines.pop() ?? '';
  return { lines: lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line)), rest };
}
