import { type ReactNode, useEffect, useState } from 'react';
import { cls } from './boot.ts';
import type { KuaishouComment } from './kuaishou-feed.ts';
import { isOddComment, OddKuaishouRow } from './oddities.tsx';
import { type ListWindow, useWindow } from './use-window.ts';

export interface ListProps {
  commentList: KuaishouComment[];
  /** forgotten from the front so far */
  dropped: number;
}

const rowHeight = 60;

/** As react-virtualized writes it; the row's own props hold the comment at `children.props.data`. */
export function VirtualizedList({ commentList, dropped }: ListProps) {
  const list = useWindow(commentList.length, rowHeight);
  return (
    <Frame list={list} newest={dropped + commentList.length}>
      <div
        className="ReactVirtualized__Grid ReactVirtualized__List scroll"
        ref={list.ref}
        onScroll={list.onScroll}
      >
        <div
          className="ReactVirtualized__Grid__innerScrollContainer"
          style={{ height: commentList.length * rowHeight, position: 'relative' }}
        >
          {commentList.slice(list.from, list.to).map((comment, i) => (
            <div
              key={dropped + list.from + i}
              className={cls('list-item')}
              style={{ position: 'absolute', top: (list.from + i) * rowHeight, height: rowHeight }}
            >
              {isOddComment(comment) ? <OddKuaishouRow data={comment} /> : <CommentRow data={comment} />}
            </div>
          ))}
        </div>
      </div>
    </Frame>
  );
}

/** As react-virtuoso writes it; the comment lies deeper, as one of several children's `item.data`. */
export function VirtuosoList({ commentList, dropped }: ListProps) {
  const list = useWindow(commentList.length, rowHeight);
  const padding = {
    paddingTop: list.from * rowHeight,
    paddingBottom: (commentList.length - list.to) * rowHeight,
  };
  return (
    <Frame list={list} newest={dropped + commentList.length}>
      <div
        data-virtuoso-scroller="true"
        data-testid="virtuoso-scroller"
        className="scroll"
        ref={list.ref}
        onScroll={list.onScroll}
      >
        <div data-viewport-type="element">
          <div data-testid="virtuoso-item-list" style={padding}>
            {commentList.slice(list.from, list.to).map((comment, i) => (
              <div
                key={dropped + list.from + i}
                data-index={list.from + i}
                data-item-index={dropped + list.from + i}
                data-known-size={rowHeight}
              >
                <div className={cls('list-item')} style={{ height: rowHeight }}>
                  <span className={cls('line')} />
                  <Holder>
                    <DeepRow item={{ kind: 'comment', data: comment }} />
                  </Holder>
                </div>
              </div>
            ))}
          </div>
        </div>
      </div>
    </Frame>
  );
}

const Holder = ({ children }: { children: ReactNode }) => <>{children}</>;
const DeepRow = ({ item }: { item: { kind: string; data: KuaishouComment } }) =>
  isOddComment(item.data) ? <OddKuaishouRow data={item.data} /> : <CommentRow data={item.data} />;

function CommentRow({ data }: { data: KuaishouComment }) {
  const { fromUserName, commentContent, commentSource, commentSourceTips } = data;
  return (
    <div className={cls('comment')}>
      <span className={cls('head')}>{fromUserName.slice(0, 1)}</span>
      <div className={cls('body')}>
        <div>
          <span className={cls('username')}>{fromUserName}</span>
          {commentSource === 0 && <span className={cls('tag')}>主播</span>}
          {commentSourceTips ? <span className={cls('tag')}>{commentSourceTips}</span> : null}
        </div>
        <div className={cls('replied-content')}>{commentContent}</div>
      </div>
    </div>
  );
}

interface FrameProps {
  list: ListWindow;
  /** counts every comment there was */
  newest: number;
  children: ReactNode;
}

/** Holds a list and the bubble that says how much came while it was scrolled up. */
function Frame({ list, newest, children }: FrameProps) {
  const [seen, setSeen] = useState(0);
  useEffect(() => {
    if (list.isFollowing) setSeen(newest);
  }, [list.isFollowing, newest]);
  return (
    <div className="list-frame">
      {children}
      {newest === 0 && <div className="nothing">还没有人评论</div>}
      {!list.isFollowing && newest > seen && (
        <button type="button" className={cls('bubble')} onClick={list.toBottom}>
          {newest - seen} 条新评论
        </button>
      )}
    </div>
  );
}
