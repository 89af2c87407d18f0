import type { Disguise } from './disguise.ts';

/** Counts the frames of every socket and tells the sum at most once a second. */
export function watchSockets(
  scope: typeof globalThis,
  { wrap }: Disguise,
  hear: (url: string, frames: number) => void,
): void {
  const { addEventListener } = scope.EventTarget.prototype;
  const { construct } = Reflect;
  const { prototype } = scope.WebSocket;
  const told = { frames: 0, at: 0 };
  function count(this: WebSocket) {
    told.frames += 1;
    const now = Date.now();
    if (now - told.at < 1000) return;
    told.at = now;
    hear(this.url, told.frames);
  }
  wrap(scope, 'WebSocket', {
    construct(real, args, target) {
      const socket = construct(real, args, target) as WebSocket;
      addEventListener.call(socket, 'message', count);
      return socket;
    },
  });
  // else `socket.constructor === WebSocket` would no longer hold
  Object.defineProperty(prototype, 'constructor', {
    ...Object.getOwnPropertyDescriptor(prototype, 'constructor'),
    value: scope.WebSocket,
  });
}
