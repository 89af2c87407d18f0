import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { boot, note } from './boot.ts';
import { useBroadcast } from './Console.tsx';
import { forge } from './forge.ts';
import { useWindow } from './use-window.ts';
import css from './viewer.css?inline';
import { follow } from './viewer-feed.ts';
import type { Row } from './webcast.ts';

/** Rows the list keeps. */
const kept = 300;
const rowHeight = 34;

function Viewer() {
  const { roomId, phase, figures } = useBroadcast();
  const isLive = phase !== 'ended';
  useEffect(forge, []);
  return (
    <div className="viewer">
      <style>{css}</style>
      <main>
        <h1>{boot.account}</h1>
        <p>{isLive ? `${figures.online} 人在看` : '直播已结束'}</p>
      </main>
      <Chatroom key={roomId} roomId={roomId} />
    </div>
  );
}

/** The list is virtual: rows that are out of sight are not in the page, and none carries an id. */
function Chatroom({ roomId }: { roomId: string }) {
  const [rows, setRows] = useState<Row[]>([]);
  const list = useWindow(rows.length, rowHeight);

  useEffect(() => {
    let count = 0;
    return follow(roomId, (said) => {
      for (const { id } of said) note(id);
      const fresh = said.map(({ nick, text }) => ({ key: count++, nick, text }));
      setRows((before) => [...before, ...fresh].slice(-kept));
    });
  }, [roomId]);

  return (
    <div className="webcast-chatroom">
      <div className="webcast-chatroom___list" ref={list.ref} onScroll={list.onScroll}>
        <div className="webcast-chatroom___items" style={{ height: rows.length * rowHeight }}>
          {rows.slice(list.from, list.to).map(({ key, nick, text }, i) => (
            <div
              key={key}
              className="webcast-chatroom___item Qx1z"
              style={{ transform: `translateY(${(list.from + i) * rowHeight}px)` }}
            >
              <div className="webcast-chatroom___item-wrapper">
                <span className="badge-x1">
                  <img alt="" src="data:," width="1" height="1" />
                </span>
                <span className="v8LY0gZF">{nick}：</span>
                <span className="webcast-chatroom___content-with-emoji-text">{text}</span>
              </div>
            </div>
          ))}
        </div>
      </div>
      <div className="webcast-chatroom___bottom-message">
        <span>有人来了</span>
      </div>
    </div>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(<Viewer />);
