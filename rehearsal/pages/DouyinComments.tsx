import { Fragment, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { boot, cls } from './boot.ts';
import { DouyinComposer } from './DouyinComposer.tsx';
import { type DouyinComment, pollComments, start } from './douyin-feed.ts';
import { isOdd, OddDouyinRow } from './oddities.tsx';

/** Rows the list takes before it is full. */
const capacity = 100;

interface List {
  rows: DouyinComment[];
  /** arrived while the list stood still; only the newest are kept */
  waiting: DouyinComment[];
  waitingCount: number;
  /** rows taken since someone last clicked 新评论 */
  taken: number;
  isScrolledUp: boolean;
}

const empty: List = { rows: [], waiting: [], waitingCount: 0, taken: 0, isScrolledUp: false };

function take(list: List, comments: DouyinComment[]): List {
  const room = boot.pausingList ? Math.max(0, capacity - list.taken) : comments.length;
  const now = list.isScrolledUp ? [] : comments.slice(0, room);
  const later = comments.slice(now.length);
  return {
    ...list,
    rows: now.length > 0 ? [...list.rows, ...now].slice(-capacity) : list.rows,
    taken: list.taken + now.length,
    waiting: later.length > 0 ? [...list.waiting, ...later].slice(-capacity) : list.waiting,
    waitingCount: list.waitingCount + later.length,
  };
}

const catchUp = (list: List): List => ({
  ...empty,
  rows: [...list.rows, ...list.waiting].slice(-capacity),
});

interface Props {
  isPolling: boolean;
  onLoggedOut(): void;
}

/** The comment panel: a capped list that stands still until 新评论 is clicked, and the reply box. */
export function DouyinComments({ isPolling, onLoggedOut }: Props) {
  const [list, setList] = useState(empty);
  const [replyTo, setReplyTo] = useState<DouyinComment | null>(null);
  const [pinned, setPinned] = useState<DouyinComment | null>(null);
  const [place] = useState(() => ({ ...start }));
  const scroller = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!isPolling) return;
    return pollComments(place, (comments) => setList((list) => take(list, comments)), onLoggedOut);
  }, [isPolling, place, onLoggedOut]);

  // new rows are the reason to scroll
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && !list.isScrolledUp) element.scrollTop = element.scrollHeight;
  }, [list.rows]);

  function onScroll() {
    const { scrollHeight, scrollTop, clientHeight } = scroller.current as HTMLDivElement;
    const isScrolledUp = scrollHeight - scrollTop - clientHeight > 40;
    if (isScrolledUp !== list.isScrolledUp) setList((list) => ({ ...list, isScrolledUp }));
  }

  const rows = list.rows.map((comment) => (
    <Fragment key={comment.key}>
      <Row comment={comment} reply={setReplyTo} pin={setPinned} />
      {isOdd(comment.key) && <OddDouyinRow turn={(comment.key - 8) / 9} />}
    </Fragment>
  ));
  return (
    <>
      <div className="panel-head">
        评论 <small>实时</small>
      </div>
      {pinned && (
        <div className="pinned">
          <span>置顶</span>
          {pinned.content}
          <button type="button" onClick={() => setPinned(null)}>
            取消置顶
          </button>
        </div>
      )}
      <div className="list-frame">
        <div
          id={boot.form === 'dash' ? 'comment-list-wrapper' : undefined}
          className={`${cls('commentList')} scroll`}
          ref={scroller}
          onScroll={onScroll}
        >
          {boot.form === 'v2' ? <div className={cls('commentV2')}>{rows}</div> : rows}
          {rows.length === 0 && <div className="nothing">暂无评论</div>}
        </div>
        {list.waitingCount > 0 && (
          <button
            type="button"
            className={`${cls(boot.form === 'module' ? 'newCommentShadow' : 'newCommentLabel')} more`}
            onClick={() => setList(catchUp)}
          >
            {list.waitingCount} 条新评论
          </button>
        )}
      </div>
      <DouyinComposer replyTo={replyTo} forget={() => setReplyTo(null)} />
    </>
  );
}

interface RowProps {
  comment: DouyinComment;
  reply(comment: DouyinComment): void;
  pin(comment: DouyinComment): void;
}

function Row({ comment, reply, pin }: RowProps) {
  const isAnchor = comment.uid === boot.accountId;
  return (
    <div className={cls('commentItem')}>
      <span className={cls('nickname')}>
        {isAnchor && <span className={cls('authorTag')}>主播</span>}
        {comment.tags?.map((tag) => (
          <span key={tag} className={cls('commentTag')}>
            {tag}
          </span>
        ))}
        {/* own rows do not show the account's name */}
        {isAnchor ? '我' : comment.nick_name}：
      </span>
      <span className={cls('description')}>{comment.content}</span>
      <span className="row-actions">
        <button type="button" onClick={() => reply(comment)}>
          回复
        </button>
        <button type="button" onClick={() => pin(comment)}>
          置顶
        </button>
      </span>
    </div>
  );
}
