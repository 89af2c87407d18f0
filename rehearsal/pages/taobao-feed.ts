import { boot, note } from './boot.ts';
import './mtop.ts';

/** A comment as the Taobao server sends it. */
export interface TaobaoComment {
  /** counted by this page */
  key: number;
  commentId: string;
  content: string;
  publisherId: string;
  publisherNick: string;
  tbNick: string;
  timestamp: string;
  renders: Record<string, string>;
}

/** How far the feed was read. */
export interface Place {
  context: string;
  count: number;
}

/** Asks for new comments, from `place` on, until told to stop. Answers that are none are asked for again. */
export function pollComments(
  place: Place,
  topic: string,
  take: (comments: TaobaoComment[]) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let stopped = false;

  async function ask() {
    let wait = boot.pollMs;
    try {
      const { ret, data } = await window.lib.mtop.request({
        api: boot.feedHidden ? 'mtop.taobao.iliad.flow.pull' : 'mtop.taobao.iliad.comment.query.anchorlatest',
        v: '3.0',
        data: {
          topic,
          limit: 200,
          tab: 1,
          order: 'asc',
          from: 'zhongkong',
          paginationContext: place.context,
        },
      });
      if (stopped) return;
      const feed = boot.feedHidden ? open(data.flow) : data;
      if (!ret[0]?.startsWith('SUCCESS') || !Array.isArray(feed.comments)) throw new Error('no feed');
      JSON.parse(String(feed.paginationContext));
      const comments = (feed.comments as TaobaoComment[]).filter(isComment);
      for (const comment of comments) {
        comment.key = place.count++;
        if (comment.renders.commentType === 'normal') note(comment.commentId);
      }
      place.context = String(feed.paginationContext);
      wait = Number(feed.delay) || wait;
      if (comments.length > 0) take(comments);
    } catch {
      // asked again below, from the same place
    }
    if (!stopped) timer = setTimeout(ask, wait);
  }

  void ask();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** Sends as the broadcaster; null, or why it was refused. */
export async function publish(topic: string, content: string): Promise<string | null> {
  const { ret } = await window.lib.mtop.request({
    api: 'mtop.taobao.iliad.comment.publish',
    v: '1.0',
    data: { topic, content, isReply: false, replyToCommentId: '0', isPrivate: false, namespace: '200001' },
  });
  const [code = '', reason = ''] = ret[0]?.split('::') ?? [];
  return code === 'SUCCESS' ? null : reason;
}

function open(flow: unknown): Record<string, unknown> {
  const bytes = Uint8Array.from(atob(String(flow)), (char) => char.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
}

const isComment = (item: unknown): item is TaobaoComment => {
  const { content, publisherNick, renders } = (item ?? {}) as Partial<TaobaoComment>;
  return typeof content === 'string' && content !== '' && typeof publisherNick === 'string' && !!renders;
};
