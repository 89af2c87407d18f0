import { memo, useEffect, useState } from 'react';
import { boot, cls } from './boot.ts';
import { OddTaobaoContent } from './oddities.tsx';
import { type Place, pollComments, publish, type TaobaoComment } from './taobao-feed.ts';
import { textLimit, useComposer } from './use-composer.ts';
import { useWindow } from './use-window.ts';

const tabs: Record<string, (comment: TaobaoComment) => boolean> = {
  全部: () => true,
  用户: ({ renders }) => renders.render_anchor !== 'true' && renders.commentType === 'normal',
  主播: ({ renders }) => renders.render_anchor === 'true',
  粉丝: ({ renders }) => renders.fanLevel !== '0',
  已加购: ({ renders }) => renders.isAddCart === '1',
  已下单: ({ renders }) => renders.isOrder === '1',
};

/** Rows the page remembers. */
const kept = 400;
const rowHeight = 62;

interface Props {
  topic: string;
  isPolling: boolean;
  isOver: boolean;
  onLoggedOut(): void;
}

/** The comment panel: a virtual list that uses its nodes again, tabs that filter it, and the reply box. */
export function TaobaoComments({ topic, isPolling, isOver, onLoggedOut }: Props) {
  const [comments, setComments] = useState<TaobaoComment[]>([]);
  const [place] = useState<Place>({ context: '', count: 0 });
  const [tab, setTab] = useState('全部');
  const shown = tab === '全部' ? comments : comments.filter(tabs[tab] as (comment: TaobaoComment) => boolean);

  useEffect(() => {
    if (!isPolling) return;
    const take = (fresh: TaobaoComment[]) => setComments((all) => [...all, ...fresh].slice(-kept));
    return pollComments(place, topic, take, onLoggedOut);
  }, [isPolling, place, topic, onLoggedOut]);

  return (
    <div id="comment-page">
      <div className="tc-comment-tabs">
        {Object.keys(tabs).map((name) => (
          <button key={name} type="button" className={name === tab ? 'on' : ''} onClick={() => setTab(name)}>
            {name}
          </button>
        ))}
      </div>
      <Rows key={tab} comments={shown} />
      <Reply topic={topic} isOver={isOver} />
    </div>
  );
}

function Rows({ comments }: { comments: TaobaoComment[] }) {
  const list = useWindow(comments.length, rowHeight);
  const [seen, setSeen] = useState(0);
  const newest = comments.at(-1)?.key ?? 0;
  useEffect(() => {
    if (list.isFollowing) setSeen(newest);
  }, [list.isFollowing, newest]);

  const slots = list.to - list.from;
  const first = comments[0]?.key ?? 0;
  const rows = comments.slice(list.from, list.to).map((comment, i) => {
    const index = list.from + i;
    return { comment, index, slot: (first + index) % slots };
  });
  // a slot keeps its node whatever comment it shows; the place on screen comes from `top`
  if (boot.way === 'recycled') rows.sort((a, b) => a.slot - b.slot);
  return (
    <section className={cls('tc-comment-list')}>
      <div className="tc-comment-list-scroll scroll" ref={list.ref} onScroll={list.onScroll}>
        <div
          className="tc-comment-list-inner"
          style={{ height: comments.length * rowHeight, position: 'relative' }}
        >
          {rows.map(({ comment, index, slot }) => (
            <div
              key={boot.way === 'recycled' ? slot : comment.key}
              className={cls('tc-comment-item')}
              style={{ position: 'absolute', top: index * rowHeight, height: rowHeight }}
            >
              <RowContent comment={comment} />
            </div>
          ))}
        </div>
      </div>
      {!list.isFollowing && newest > seen && (
        <button type="button" className={cls('tc-comment-list-newtip')} onClick={list.toBottom}>
          {newest - seen} 条新消息
        </button>
      )}
    </section>
  );
}

const RowContent = memo(function RowContent({ comment }: { comment: TaobaoComment }) {
  const { renders, publisherNick, tbNick, timestamp, content, key } = comment;
  if (content === '') return <OddTaobaoContent turn={key} />;
  return (
    <>
      <div className="tc-comment-item-userinfo">
        <span className="tc-comment-item-userinfo-tag">{tagOf(renders)}</span>
        <span className={cls('tc-comment-item-userinfo-name')}>{`${publisherNick}(${tbNick})`}</span>
        <span className={cls('alpw-comment-time')}>{clockOf(Number(timestamp))}</span>
      </div>
      <div className={cls('tc-comment-item-content')}>
        <span>{content}</span>
      </div>
    </>
  );
});

function tagOf(renders: Record<string, string>): string {
  if (renders.render_anchor === 'true') return '主播';
  if (renders.isOrder === '1') return '已下单';
  if (renders.isAddCart === '1') return '已加购';
  return renders.fanLevel === '0' ? '' : '粉丝';
}

function clockOf(at: number): string {
  const time = new Date(at);
  return `${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`;
}

function Reply({ topic, isOver }: { topic: string; isOver: boolean }) {
  const composer = useComposer((text) => publish(topic, text), false);
  return (
    <div className="tc-comment-reply">
      <textarea
        rows={2}
        disabled={isOver}
        placeholder="回复观众或直接enter发评论，输入/可快捷回复"
        value={composer.value}
        onInput={composer.onInput}
        onChange={(event) => composer.change(event.target.value)}
        onKeyDown={composer.onKeyDown}
      />
      <div className="tc-comment-reply-footer">
        <span className={composer.value.length > textLimit ? 'over' : ''}>
          {composer.value.length}/{textLimit}
        </span>
        <span className="refusal">{composer.refusal}</span>
        <div className="tc-comment-reply-publish-button">
          <button
            type="button"
            className="primary"
            disabled={!composer.canSend || isOver}
            onClick={composer.send}
          >
            发送
          </button>
        </div>
      </div>
    </div>
  );
}
