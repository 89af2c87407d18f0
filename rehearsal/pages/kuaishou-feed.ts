import { boot, note } from './boot.ts';

/** A comment as the Kuaishou page has it after decoding. */
export interface KuaishouComment {
  commentId: string;
  fromUserId: string;
  fromUserName: string;
  fromUserAvatar: string;
  commentContent: string;
  commentTime: string;
  commentSource?: number;
  commentSourceTips?: string;
}

interface Push {
  commentList: KuaishouComment[];
  /** share of comments that were replied to, 0…1 */
  replyRate: string;
  cursor: string;
}

/** How far the feed was read. */
export interface Place {
  cursor: string;
  count: number;
}

/**
 * Listens at the socket, which only this page has the key for, from `place` on, until told to stop.
 * Reconnects by itself.
 */
export function listen(
  roomId: string,
  place: Place,
  take: (comments: KuaishouComment[], replyRate: string) => void,
  onLoggedOut: () => void,
): () => void {
  let socket: WebSocket;
  let retry: ReturnType<typeof setTimeout>;
  let stopped = false;
  const raw = Uint8Array.from(atob(boot.key), (char) => char.charCodeAt(0));
  const key = crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);

  async function receive(frame: ArrayBuffer) {
    try {
      const { commentList, replyRate, cursor } = await unseal(frame, await key);
      if (stopped) return;
      place.cursor = cursor;
      for (const comment of commentList) note(comment.commentId);
      if (commentList.length > 0) take(commentList, replyRate);
      socket.send(new TextEncoder().encode(cursor).map((byte, i) => byte ^ (raw[i % raw.length] ?? 0)));
    } catch {
      // noise on the line; what was not acknowledged comes again
    }
  }

  function connect() {
    socket = new WebSocket(`wss://${location.host}/websocket/${roomId}?resume=${place.cursor}`);
    socket.binaryType = 'arraybuffer';
    let queue = Promise.resolve();
    socket.onmessage = ({ data }) => {
      queue = queue.then(() => receive(data as ArrayBuffer));
    };
    socket.onclose = async () => {
      if (stopped) return;
      const { result } = await call('/live/current', { room: roomId });
      if (result === 109) onLoggedOut();
      else if (!stopped) retry = setTimeout(connect, 1000);
    };
  }

  connect();
  return () => {
    stopped = true;
    clearTimeout(retry);
    socket.close();
  };
}

/** Opens a push: nonce, tag, text. */
async function unseal(frame: ArrayBuffer, key: CryptoKey): Promise<Push> {
  const bytes = new Uint8Array(frame);
  const sealed = new Uint8Array(bytes.length - 12);
  sealed.set(bytes.subarray(28));
  sealed.set(bytes.subarray(12, 28), bytes.length - 28);
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes.subarray(0, 12) }, key, sealed);
  return JSON.parse(new TextDecoder().decode(plain)) as Push;
}

/** Asks the assistant's server. */
export async function call(path: string, body: object): Promise<{ result: number; error_msg?: string }> {
  const response = await fetch(`/rest/pc/live/assistant${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as { result: number; error_msg?: string };
}
