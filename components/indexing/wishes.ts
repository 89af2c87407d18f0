const channel = 'live-room-copilot-index';

/** Hears which session some page of ours waits for. */
export function openWishes(): { newest(): string | null } {
  let newest: string | null = null;
  new BroadcastChannel(channel).addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') newest = data;
  });
  return { newest: () => newest };
}

/** Has this session worked up before all others, by whichever page's worker works. */
export function wish(session: string): void {
  const wishes = new BroadcastChannel(channel);
  wishes.postMessage(session);
  wishes.close();
}
