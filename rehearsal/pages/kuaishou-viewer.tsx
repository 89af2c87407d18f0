import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { cls } from './boot.ts';
import { useBroadcast } from './Console.tsx';
import { forge } from './forge.ts';
import { listen, type Row } from './live-socket.ts';
import { Room } from './Room.tsx';

/** Rows the list keeps. */
const kept = 200;

function KuaishouRoom() {
  const { roomId, phase, figures } = useBroadcast();
  useEffect(forge, []);
  return (
    <Room
      isLive={phase !== 'ended'}
      online={figures.online}
      comments={<History key={roomId} roomId={roomId} />}
    />
  );
}

/** Two kinds of push may bring the same comment; the page draws it once. */
function History({ roomId }: { roomId: string }) {
  const [rows, setRows] = useState<Row[]>([]);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const drawn = new Set<string>();
    return listen(roomId, (told) => {
      const fresh = told.filter(({ key }) => !drawn.has(key) && drawn.add(key));
      setRows((before) => [...before, ...fresh].slice(-kept));
    });
  }, [roomId]);
  useLayoutEffect(() => {
    if (list.current) list.current.scrollTop = rows.length > 0 ? list.current.scrollHeight : 0;
  }, [rows]);

  return (
    <div className={`${cls('chat-history')} talk`} ref={list}>
      {rows.map(({ key, nick, text, kind }) => (
        <div key={key} className={cls('comment-cell')}>
          <span className={cls('viewer-username')}>{nick}：</span>
          <span
            className={kind === 'comment' ? cls('viewer-comment') : kind === 'gift' ? 'gift-comment' : 'like'}
          >
            {text}
          </span>
        </div>
      ))}
    </div>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(<KuaishouRoom />);
