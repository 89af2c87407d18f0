import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { boot, cls } from './boot.ts';
import { useBroadcast } from './Console.tsx';
import { forge } from './forge.ts';
import { Room } from './Room.tsx';
import { pollComments, type TaobaoComment } from './taobao-feed.ts';
import { pollMessages } from './taobao-messages.ts';

/** Rows the list keeps. */
const kept = 200;

function TaobaoRoom() {
  const { roomId, phase, figures } = useBroadcast();
  const isLive = phase !== 'ended';
  useEffect(forge, []);
  useEffect(() => {
    // another room is another address, without a load
    if (new URLSearchParams(location.search).get('liveId') !== roomId)
      history.pushState(null, '', `?liveId=${roomId}`);
  }, [roomId]);
  return (
    <Room isLive={isLive} online={figures.online} comments={<Comments key={roomId} roomId={roomId} />} />
  );
}

/** Two feeds bring the same comments; the page draws each once. */
function Comments({ roomId }: { roomId: string }) {
  const [rows, setRows] = useState<TaobaoComment[]>([]);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const drawn = new Set<string>();
    const take = (comments: TaobaoComment[]) => {
      const fresh = comments.filter((comment) => {
        const name = comment.commentId || `${comment.publisherId} ${comment.timestamp} ${comment.content}`;
        return !drawn.has(name) && drawn.add(name);
      });
      setRows((before) =>
        [...before, ...fresh.map((one) => ({ ...one, key: drawn.size + Math.random() }))].slice(-kept),
      );
    };
    const stops = [
      ...(boot.way === 'cdn'
        ? []
        : [pollComments({ context: '', count: 0 }, roomId, take, () => {}, 'viewer')]),
      ...(boot.way === 'query' ? [] : [pollMessages(roomId, take)]),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [roomId]);
  useLayoutEffect(() => {
    if (list.current) list.current.scrollTop = rows.length > 0 ? list.current.scrollHeight : 0;
  }, [rows]);

  return (
    <div id="liveComment" className="talk" ref={list}>
      <div>
        {rows.map(({ key, publisherNick, content }) => (
          <div key={key} className={cls('itemWrap')}>
            <span className={cls('authorTitle')}>{publisherNick}：</span>
            <span className={cls('content')}>{content}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(<TaobaoRoom />);
