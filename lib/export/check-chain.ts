import { type Block, type ChainEnd, chainHash, markOf, origin } from './chain.ts';

/** Where a chained file first differs, and how. */
export interface Break {
  /** seq of the event, where the line is one */
  event?: number;
  what: string;
}

/** Longer than any event. */
const longestLine = 4_000_000;
const marked = 8;

/**
 * Checks a file's bytes against its chain as they come, in memory of one block. Null when every line is as it was; else
 * the first that is not. `areEvents`: lines are events in order, one seq after the other. A line's own mark names it, the hash of its block proves it.
 */
export async function checkChain(
  parts: AsyncIterable<Uint8Array<ArrayBuffer>>,
  blocks: readonly Block[],
  end: ChainEnd,
  { areEvents }: { areEvents: boolean },
): Promise<Break | null> {
  let [hash, line, bytes] = [origin, 0, 0];
  let place = 0;
  let held: Uint8Array<ArrayBuffer>[] = [];
  let lastSeq = -1;
  let rest: Uint8Array<ArrayBuffer> = new Uint8Array(0);

  /** Checks one line with its end; gives what is wrong. */
  async function check(whole: Uint8Array<ArrayBuffer>): Promise<Break | null> {
    const block = blocks[place];
    if (!block) return broken(whole, 'there is more than the chain has');
    const index = line - block.first;
    const content = whole.subarray(0, -1);
    if (markOf(content) !== block.marks.slice(marked * index, marked * (index + 1)))
      return broken(whole, 'it is not as it was exported');
    lastSeq = seqIn(content) ?? lastSeq;
    held.push(whole);
    line++;
    bytes += whole.length;
    if (index + 1 < block.lines) return null;
    hash = await chainHash(hash, held);
    held = [];
    place++;
    return hash === block.hash
      ? null
      : { what: `lines ${block.first + 1} to ${line} are not what the chain says` };
  }
  function broken(whole: Uint8Array, what: string): Break {
    const where = `line ${line + 1}: ${what}`;
    // the session's line and the last are no events; what stands in the line may be what changed
    const isEvent = !areEvents || (line > 0 && line < end.lines - 1);
    const event = areEvents ? lastSeq + 1 : (seqIn(whole.subarray(0, -1)) ?? undefined);
    return { ...(isEvent && event !== undefined && { event }), what: where };
  }

  try {
    for await (const part of parts) {
      let from = 0;
      for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, from)) {
        const wrong = await check(joined(rest, part.slice(from, at + 1)));
        if (wrong) return wrong;
        rest = new Uint8Array(0);
        from = at + 1;
      }
      rest = joined(rest, part.slice(from));
      if (rest.length > longestLine) return broken(rest, 'it is longer than any event');
    }
  } catch (error) {
    return broken(rest, `it cannot be unpacked (${(error as Error).message})`);
  }
  if (rest.length > 0) return broken(rest, 'it has no end');
  if (line !== end.lines || place !== blocks.length || bytes !== end.bytes)
    return {
      ...(line > 0 && { event: lastSeq + 1 }),
      what: `it ends after line ${line}, the manifest has ${end.lines}`,
    };
  const isSame = hash === end.last && (blocks[0]?.hash ?? origin) === end.first;
  return isSame ? null : { what: 'its chain does not end where the manifest says' };
}

function joined(a: Uint8Array<ArrayBuffer>, b: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (a.length === 0) return b;
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}

/** The seq that a line ends with, or that a finding begins with. */
function seqIn(line: Uint8Array): number | null {
  const decoder = new TextDecoder();
  const seq =
    /"seq":(\d{1,15})\}$/.exec(decoder.decode(line.subarray(-40)))?.[1] ??
    /^\{"seq":(\d{1,15}),/.exec(decoder.decode(line.subarray(0, 40)))?.[1];
  return seq === undefined ? null : Number(seq);
}
