import type { Pulse } from './hearing.ts';

/** Between the listening page and all that show it: figures of the moment, which no log needs. */
const name = 'ear';

/** What is told five times a second; `session` names whose host is listened to. */
export type ToldPulse = Pulse & { session: string };

/** A way to tell how listening goes, until it is closed. */
export function openPulses(): { tell(pulse: ToldPulse): void; close(): void } {
  const channel = new BroadcastChannel(name);
  return { tell: (pulse) => channel.postMessage(pulse), close: () => channel.close() };
}

/** Hears how listening goes. Returns the undo. */
export function followPulses(onPulse: (pulse: ToldPulse) => void): () => void {
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => onPulse(data as ToldPulse);
  return () => channel.close();
}
