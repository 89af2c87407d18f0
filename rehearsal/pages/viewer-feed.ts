import { boot } from './boot.ts';
import { poll } from './poll.ts';
import { ackOf, gunzip, type Opened, openAnswer, openFrame } from './webcast.ts';

type Take = (said: Opened['said']) => void;

/** Follows the room by its socket, or by asking, as the stage was told; returns the undo. */
export function follow(roomId: string, take: Take): () => void {
  const place = { cursor: '' };
  if (boot.way === 'fetch' || boot.way === 'xhr')
    return poll(async () => {
      const url = `/webcast/im/fetch/?${query(roomId, place.cursor)}`;
      const answer = openAnswer(new Uint8Array(await (boot.way === 'xhr' ? byXhr(url) : byFetch(url))));
      if (!answer.cursor) throw new Error('no answer');
      place.cursor = answer.cursor;
      take(answer.said);
      return boot.pollMs;
    }, boot.pollMs);
  return listen(roomId, place, take);
}

const query = (room: string, cursor: string) =>
  new URLSearchParams({
    app_name: 'douyin_web',
    compress: 'gzip',
    aid: '6383',
    room_id: room,
    user_unique_id: '7319483754668557238',
    cursor,
    internal_ext: `internal_src:dim|wss_push_room_id:${room}`,
  });

const byFetch = async (url: string) => (await fetch(url, { credentials: 'include' })).arrayBuffer();

const byXhr = (url: string) =>
  new Promise<ArrayBuffer>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.responseType = 'arraybuffer';
    request.onload = () => resolve(request.response as ArrayBuffer);
    request.onerror = () => reject(new Error('no answer'));
    request.send();
  });

function listen(roomId: string, place: { cursor: string }, take: Take): () => void {
  let socket: WebSocket;
  let retry: ReturnType<typeof setTimeout>;
  let stopped = false;

  async function receive(data: ArrayBuffer | Blob) {
    try {
      const frame = openFrame(data instanceof Blob ? await data.arrayBuffer() : data);
      if (frame.kind !== 'msg') return;
      const answer = openAnswer(await gunzip(frame.payload));
      if (stopped || !answer.cursor) return;
      place.cursor = answer.cursor;
      take(answer.said);
      socket.send(ackOf(frame.logId));
    } catch {
      // noise on the line; what was not acknowledged comes again
    }
  }

  function connect() {
    socket = new WebSocket(
      `wss://webcast5-ws-web-lf.douyin.com/webcast/im/push/v2/?${query(roomId, place.cursor)}`,
    );
    if (boot.way === 'arraybuffer') socket.binaryType = 'arraybuffer';
    let queue = Promise.resolve();
    socket.onmessage = ({ data }) => {
      queue = queue.then(() => receive(data as ArrayBuffer | Blob));
    };
    socket.onclose = () => {
      if (!stopped) retry = setTimeout(connect, 1000);
    };
  }

  connect();
  return () => {
    stopped = true;
    clearTimeout(retry);
    socket.close();
  };
}
