import type { Line, Tasks, Told } from './tasks.ts';

interface Waiting {
  done(gives: Tasks[keyof Tasks]['gives']): void;
  failed(reason: Error): void;
  onShare(share: number): void;
}

/** Starts a worker: lists are read, judged and fetched there, so that the page stays at hand. */
export function openIntake(): Line {
  const worker = new Worker(new URL('./intake-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const endAll = (message: string) => {
    for (const { failed } of waiting.values()) failed(new Error(message));
    waiting.clear();
  };
  worker.onmessage = ({ data }: MessageEvent<Told>) => {
    const asker = waiting.get(data.id);
    if (!asker) return;
    if ('share' in data) return asker.onShare(data.share);
    waiting.delete(data.id);
    if ('failed' in data) asker.failed(new Error(data.failed));
    else asker.done(data.gives);
  };
  worker.onerror = ({ message }) => endAll(message);
  return {
    ask: (task, given, onShare = () => {}) =>
      new Promise((done, failed) => {
        const id = ++last;
        waiting.set(id, { done: done as Waiting['done'], failed, onShare });
        worker.postMessage({ id, task, given });
      }),
    close() {
      worker.terminate();
      endAll('Cancelled.');
    },
  };
}
