import type { Receipt, Request } from '../../lib/messages.ts';
import type { ActEvent } from '../../lib/model.ts';

interface Options {
  session: string;
  /** names this writer's life */
  stream: string;
  send(batch: Request<'ui-bg:append'>): Promise<Receipt>;
  /** waits before the next try */
  rest(): Promise<void>;
  /** how many acts wait to be written, after each change */
  onWaiting(count: number): void;
}

/** Writes down what a person does, in order and once, and tries again until it stands in the log. */
export function createRecorder({ session, stream, send, rest, onWaiting }: Options) {
  let waiting: ActEvent[] = [];
  let offset = 0;
  let isWriting = false;

  async function write(): Promise<void> {
    if (isWriting) return;
    isWriting = true;
    while (waiting.length > 0) {
      const events = waiting.slice(0, 100);
      const receipt = await send({ session, stream, offset, events }).catch(() => null);
      if (receipt?.ok) {
        waiting = waiting.slice(Math.max(0, receipt.offset - offset));
        offset = Math.max(offset, receipt.offset);
      } else if (receipt?.reason === 'unknown-session') waiting = [];
      else await rest();
      onWaiting(waiting.length);
    }
    isWriting = false;
  }

  return {
    record(act: ActEvent): void {
      waiting.push(act);
      void write();
    },
  };
}
