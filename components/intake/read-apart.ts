import type { Passed, Run } from './lines-worker.ts';
import type { Read } from './replay-lines.ts';

/** Texts to judge again, read by somebody from the moment it is made; `stop` ends that. */
export interface Reading {
  lines: AsyncIterable<Read>;
  stop(): void;
}

/** Reads in a worker of its own: rules are compiled meanwhile. */
export function readApart(sessions: number): Reading {
  const worker = new Worker(new URL('./lines-worker.ts', import.meta.url), { type: 'module' });
  const waiting: Passed[] = [];
  let hear = () => {};
  const take = (passed: Passed) => {
    waiting.push(passed);
    hear();
  };
  worker.onmessage = ({ data }: MessageEvent<Passed>) => take(data);
  worker.onerror = ({ message }) => take({ failed: message });
  worker.postMessage(sessions);
  const stop = () => worker.terminate();

  async function* lines(): AsyncGenerator<Read> {
    for (;;) {
      const next = waiting.shift();
      if (!next) {
        await new Promise<void>((heard) => {
          hear = heard;
        });
        continue;
      }
      if ('failed' in next) throw new Error(next.failed);
      if ('isEnd' in next) return;
      yield { lines: next.runs.flatMap(linesOf), share: next.share };
    }
  }
  return { lines: lines(), stop };
}

const linesOf = ({ source, place, texts, seqs }: Run): Read['lines'] =>
  texts.map((text, i) => {
    const seq = seqs[i]!;
    return seq < 0 ? { source, text, place } : { source, text, place, seq };
  });
