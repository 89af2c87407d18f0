import type { CopyBytes } from './binary.ts';
import type { Disguise } from './disguise.ts';

export interface SocketEars {
  /** the frames of every socket so far, at most once a second */
  count?(url: string, frames: number): void;
  /** true for sockets whose binary frames are copied */
  wants(url: string): boolean;
  copyBytes: CopyBytes;
}

/** Listens to the page's sockets: counts their frames, copies those that are wanted. */
export function watchSockets(
  scope: typeof globalThis,
  { wrap }: Disguise,
  { count, wants, copyBytes }: SocketEars,
): void {
  const { addEventListener } = scope.EventTarget.prototype;
  const { construct, apply } = Reflect;
  const { prototype } = scope.WebSocket;
  // taken now: what the page puts in their place later would see us look
  const addressOf = getterOf<string>(prototype, 'url');
  const contentOf = getterOf<unknown>(scope.MessageEvent.prototype, 'data');
  const told = { frames: 0, at: 0 };

  function heard(this: WebSocket, event: MessageEvent) {
    try {
      const url = apply(addressOf, this, []);
      if (wants(url)) copyBytes(url, apply(contentOf, event, []));
      if (!count) return;
      told.frames += 1;
      const now = Date.now();
      if (now - told.at < 1000) return;
      told.at = now;
      count(url, told.frames);
    } catch {
      // never the page's trouble
    }
  }
  wrap(scope, 'WebSocket', {
    construct(real, args, target) {
      const socket = construct(real, args, target) as WebSocket;
      addEventListener.call(socket, 'message', heard as (event: Event) => void);
      return socket;
    },
  });
  // else `socket.constructor === WebSocket` would no longer hold
  Object.defineProperty(prototype, 'constructor', {
    ...Object.getOwnPropertyDescriptor(prototype, 'constructor'),
    value: scope.WebSocket,
  });
}

const getterOf = <T>(owner: object, name: string) =>
  Object.getOwnPropertyDescriptor(owner, name)?.get as () => T;
