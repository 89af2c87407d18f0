import { useEffect, useState } from 'react';
import { boot, cls } from './boot.ts';
import { type ListProps, VirtualizedList, VirtuosoList } from './KuaishouLists.tsx';
import { call, type KuaishouComment, listen, type Place } from './kuaishou-feed.ts';
import { isOdd, isOddComment, oddComment } from './oddities.tsx';
import { createUnlisted } from './unlisted.ts';
import { textLimit, useComposer } from './use-composer.ts';

/** Comments the page remembers. */
const kept = 500;

interface Props {
  roomId: string;
  isListening: boolean;
  onLoggedOut(): void;
}

/** The comment panel. What a row says stands in its React props; its id nowhere else. */
export function KuaishouComments({ roomId, isListening, onLoggedOut }: Props) {
  const [list, setList] = useState<ListProps>({ commentList: [], dropped: 0 });
  const [place] = useState<Place>({ cursor: '', count: 0 });
  const [replyRate, setReplyRate] = useState<number | null>(null);
  const [unlisted] = useState(createUnlisted);

  useEffect(() => {
    const { commentList, dropped } = list;
    unlisted.draw(commentList.map(nameOf), dropped + commentList.length);
  }, [list, unlisted]);

  useEffect(() => {
    if (!isListening) return;
    const take = (fresh: KuaishouComment[], rate: string) => {
      setReplyRate(Math.round(Number(rate) * 100));
      const more = fresh.flatMap((comment) => withOdd(comment, place));
      unlisted.arrive(more.map(nameOf));
      setList(({ commentList, dropped }) => {
        const all = [...commentList, ...more];
        const over = Math.max(0, all.length - kept);
        return { commentList: all.slice(over), dropped: dropped + over };
      });
    };
    return listen(roomId, place, take, onLoggedOut);
  }, [isListening, roomId, place, unlisted, onLoggedOut]);

  return (
    <div className={`${cls('live-panel')} panel`}>
      <div className="panel-head">
        评论 <small>{replyRate === null ? '实时' : `回复率 ${replyRate}%`}</small>
      </div>
      <div className={`${cls('comment-wrap')} panel`}>
        {boot.way === 'virtuoso' ? <VirtuosoList {...list} /> : <VirtualizedList {...list} />}
      </div>
      <Reply roomId={roomId} />
    </div>
  );
}

/** On a hostile page some comments are followed by a row that is none. */
function withOdd(comment: KuaishouComment, place: Place): KuaishouComment[] {
  const key = place.count++;
  return isOdd(key) ? [comment, oddComment(key) as KuaishouComment] : [comment];
}

/** What is made up must not be touched. */
/** Its id, or where the platform gave none its text; empty for what nobody said. */
const nameOf = (comment: KuaishouComment): string =>
  isOddComment(comment) ? '' : comment.commentId || comment.commentContent;

function Reply({ roomId }: { roomId: string }) {
  const composer = useComposer(async (text) => {
    const { result, error_msg } = await call('/comment/publish', {
      liveStreamId: roomId,
      commentContent: text,
    });
    return result === 1 ? null : (error_msg ?? '发送失败');
  }, true);
  return (
    <div className={cls('reply-content')}>
      <input
        type="text"
        maxLength={textLimit}
        placeholder="一键回复观众或直接发评论"
        value={composer.value}
        onInput={composer.onInput}
        onChange={(event) => composer.change(event.target.value)}
        onKeyDown={composer.onKeyDown}
      />
      <button type="button" className="primary" disabled={!composer.canSend} onClick={composer.send}>
        发送
      </button>
      <div className="refusal">{composer.refusal}</div>
    </div>
  );
}
