import type { Runs } from './runs.ts';

/** Documents by their tokens. */
export interface Inverted {
  /** The documents that share most with the query, at most `count`, in no order. */
  nearest(query: readonly Wanted[], count: number): number[];
  /** The same, each with what it shares; `values` holds it until `forget`. */
  weigh(query: readonly Wanted[], count: number): { found: number[]; values: Float32Array; forget(): void };
}

/** A token and what sharing it is worth. */
export interface Wanted {
  token: number;
  value: number;
}

/** So many documents may come in; later, commoner tokens only raise those. */
const admitted = 4096;
/** So many entries are read before commoner tokens are left out. */
const enough = 12_000;
const bins = 256;

/** Inverts documents, each a list of token numbers below `size`; several may be the same list. */
export function invert(runs: Runs, documents: readonly number[], size: number): Inverted {
  const starts = new Int32Array(size + 1);
  const count = (token: number) => {
    starts[token + 1]!++;
  };
  for (const run of documents) runs.each(run, count);
  for (let token = 0; token < size; token++) starts[token + 1]! += starts[token]!;
  const postings = new Int32Array(starts[size]!);
  const next = starts.slice();
  let document = 0;
  const post = (token: number) => {
    postings[next[token]!++] = document;
  };
  for (; document < documents.length; document++) runs.each(documents[document]!, post);
  const shared = new Float32Array(documents.length);
  const touched = new Int32Array(admitted);
  const lengthOf = (token: number) => starts[token + 1]! - starts[token]!;

  const weigh: Inverted['weigh'] = (query, count) => {
    const byWorth = [...query].sort((a, b) => b.value - a.value || lengthOf(a.token) - lengthOf(b.token));
    let size = 0;
    let total = 0;
    let read = 0;
    for (const { token, value } of byWorth) {
      total += value;
      // the commonest come last and tell least
      if (read > enough) continue;
      read += lengthOf(token);
      for (let place = starts[token]!; place < starts[token + 1]!; place++) {
        const document = postings[place]!;
        if (shared[document] === 0) {
          if (size === admitted) continue;
          touched[size++] = document;
        }
        shared[document]! += value;
      }
    }
    return {
      found: strongest(touched.subarray(0, size), shared, total, count),
      values: shared,
      forget() {
        for (let place = 0; place < size; place++) shared[touched[place]!] = 0;
      },
    };
  };

  return {
    weigh,
    nearest(query, count) {
      const { found, forget } = weigh(query, count);
      forget();
      return found;
    },
  };
}

/** Picks by counting how many stand at each height, which sorts nothing. */
function strongest(documents: Int32Array, values: Float32Array, total: number, count: number): number[] {
  if (documents.length <= count) return [...documents];
  const binOf = (document: number) => Math.min(bins - 1, Math.floor((values[document]! / total) * bins));
  const heights = new Int32Array(bins);
  for (const document of documents) heights[binOf(document)]!++;
  let least = bins - 1;
  for (let above = heights[least]!; above < count && least > 0; ) above += heights[--least]!;
  const found: number[] = [];
  const edge: number[] = [];
  for (const document of documents) {
    const bin = binOf(document);
    if (bin > least) found.push(document);
    else if (bin === least) edge.push(document);
  }
  return found.concat(edge.slice(0, count - found.length));
}
