import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { boot, note } from './boot.ts';
import { useBroadcast } from './Console.tsx';
import { forge } from './forge.ts';
import { askJson, poll } from './poll.ts';
import css from './screen.css?inline';

/** The newer screen, for talents, asks under other names. */
const isTalent = location.pathname.startsWith('/screen/talent');
const screen = '/business_api/author/screen/anchor';
const live = '/compass_api/content_live/author/live_screen';
const figuresAt = isTalent
  ? '/compass_api/author/live/basic_live_screen/base_info'
  : '/compass_api/author/live/live_screen/core_data';

interface Talk {
  key: string;
  nick: string;
  text: string;
}

function Screen() {
  const { roomId, phase, figures } = useBroadcast();
  const [talk, setTalk] = useState<Talk[]>([]);
  const [orders, setOrders] = useState(0);
  const isLive = phase === 'live';
  useEffect(forge, []);

  useEffect(() => {
    if (!isLive) return;
    const place = { cursor: '' };
    const stops = [
      poll(async () => {
        const { said, wait } = await askTalk(roomId, place);
        setTalk((before) => [...before, ...said].slice(-60));
        return wait;
      }, boot.pollMs),
      poll(async () => {
        const path = isTalent
          ? `${live}/live_order?room_id=${roomId}&order_status=3`
          : `${screen}/live_order_stream?live_room_id=${roomId}`;
        const { data } = await askJson<{ data: { order_list?: unknown[] } & unknown[] }>(path);
        setOrders((data.order_list ?? data).length);
        return boot.pollMs;
      }, boot.pollMs),
      poll(async () => {
        await askJson(`${figuresAt}?room_id=${roomId}`);
        return 3 * boot.pollMs;
      }, boot.pollMs),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [isLive, roomId]);

  return (
    <div className="screen">
      <style>{css}</style>
      <h1>直播大屏 {isLive ? '直播中' : '已结束'}</h1>
      <div className="numbers">
        <b>在线 {figures.online}</b>
        <b>成交金额 ¥{figures.sales}</b>
        <b>近期订单 {orders}</b>
      </div>
      <div className="stream">
        {talk.map(({ key, nick, text }) => (
          <p key={key}>
            <i>{nick}</i> {text}
          </p>
        ))}
      </div>
    </div>
  );
}

interface Message {
  msg_id?: string;
  comment_id?: string;
  nick_name?: string;
  user?: { nickname: string };
  content: string;
}
interface Feed {
  data: {
    messages?: { comment: Message[] | null };
    comments?: Message[];
    cursor: string;
    fetch_interval: number;
  };
}

let count = 0;

async function askTalk(room: string, place: { cursor: string }): Promise<{ said: Talk[]; wait: number }> {
  const query = new URLSearchParams({
    live_room_id: room,
    cursor: place.cursor,
    version_code: '100',
    fe_version: '1',
  });
  const { data } = await askJson<Feed>(`${screen}/${isTalent ? 'live_comment' : 'message'}?${query}`);
  const items = data.comments ?? data.messages?.comment ?? [];
  place.cursor = data.cursor;
  for (const item of items) note(item.msg_id ?? item.comment_id ?? '');
  const said = items.map((item) => ({
    key: String(count++),
    nick: item.nick_name ?? item.user?.nickname ?? '',
    text: item.content,
  }));
  return { said, wait: data.fetch_interval };
}

createRoot(document.getElementById('root') as HTMLElement).render(<Screen />);
