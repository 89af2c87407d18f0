import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { boot, note } from './boot.ts';
import { Console, useBroadcast } from './Console.tsx';
import css from './eos.css?inline';
import { forge } from './forge.ts';
import { askJson, poll } from './poll.ts';
import { textLimit, useComposer } from './use-composer.ts';

const base = '/livesite/api';
/** Rows the list keeps. */
const kept = 200;

interface Item {
  key: number;
  id_str?: string;
  content: string;
  user: { id_str: string; nickname: string };
}
interface Feed {
  list: { items: Item[] };
  cursor: string;
  wait: number;
}

function EosConsole() {
  const broadcast = useBroadcast();
  const isLive = broadcast.phase === 'live';
  useEffect(forge, []);
  return (
    <Console
      brand="抖音团购"
      mark="团"
      nav={['首页', '直播管理', '商品']}
      account={<span>{boot.account}</span>}
      liveTag={isLive ? <span className="tag-live">直播中</span> : null}
      title="秋冬上新 全场包邮"
      figures={broadcast.figures}
      explaining={boot.products[0]}
      goods={<Goods />}
      comments={isLive ? <Comments key={broadcast.roomId} /> : <div className="empty">暂无直播</div>}
      overlay={null}
      extraCss={css}
    />
  );
}

/** Rows of goods have a name, too. */
function Goods() {
  return (
    <div id="live-card-list" className="scroll">
      {boot.products.map((product, i) => (
        <div key={product.id} className="render-item-k2x1q product">
          <span className="item-name-w81pz">
            {i + 1} {product.name}
          </span>
          <button type="button" className="talking-btn-zz91">
            讲解
          </button>
        </div>
      ))}
    </div>
  );
}

function Comments() {
  const [rows, setRows] = useState<Item[]>([]);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const place = { cursor: '', count: 0 };
    return poll(async () => {
      const { items, wait } = await ask(place);
      if (items.length > 0) setRows((before) => [...before, ...items].slice(-kept));
      return wait;
    }, boot.pollMs);
  }, []);
  useEffect(() => {
    if (rows.length > 0) list.current?.scrollTo(0, list.current.scrollHeight);
  }, [rows]);

  return (
    <div className="comment-panel-a8x2 panel">
      <div className="panel-head">评论</div>
      <div className="list-gdqoHn scroll" ref={list}>
        {rows.map(({ key, user, content }) => (
          <div key={key} className="item-x_bazm">
            <span className="item-name-qalgHb">
              {user.id_str === boot.accountId ? '我' : user.nickname}：
            </span>
            <span className="item-content-kHjdRK">{content}</span>
          </div>
        ))}
      </div>
      <Reply />
    </div>
  );
}

function Reply() {
  const composer = useComposer(async (content) => {
    const answer = await askJson<{ status_code: number; status_msg: string }>(`${base}/comment/send`, {
      method: 'POST',
      body: JSON.stringify({ content }),
    });
    return answer.status_code === 0 ? null : answer.status_msg;
  }, true);
  return (
    <div className="comment-wrap-p1o9">
      <textarea
        className="input-u7x2"
        rows={2}
        maxLength={textLimit}
        placeholder="说点什么"
        value={composer.value}
        onInput={composer.onInput}
        onChange={(event) => composer.change(event.target.value)}
        onKeyDown={composer.onKeyDown}
      />
      <button
        type="button"
        className="button-s2d1 primary"
        disabled={!composer.canSend}
        onClick={composer.send}
      >
        发送
      </button>
      <div className="refusal">{composer.refusal}</div>
    </div>
  );
}

async function ask(place: { cursor: string; count: number }): Promise<{ items: Item[]; wait: number }> {
  const path = boot.feed === 'hidden' ? 'flow/pull' : 'comment/list';
  const { data } = await askJson<{ data: Feed & { flow?: string } }>(
    `${base}/${path}?cursor=${encodeURIComponent(place.cursor)}`,
  );
  const { list, cursor, wait } = data.flow ? open(data.flow) : data;
  place.cursor = cursor;
  for (const { id_str } of list.items) note(id_str ?? '');
  return { items: list.items.map((item) => ({ ...item, key: place.count++ })), wait };
}

const open = (flow: string): Feed =>
  JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(flow), (char) => char.charCodeAt(0)))) as Feed;

createRoot(document.getElementById('root') as HTMLElement).render(<EosConsole />);
