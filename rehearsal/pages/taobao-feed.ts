import { boot, note } from './boot.ts';
import './mtop.ts';
import { isOdd } from './oddities.tsx';

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

const apis = {
  anchor: 'mtop.taobao.iliad.comment.query.anchorlatest',
  viewer: 'mtop.taobao.iliad.comment.query.latest',
} as const;

/** Asks for new comments, from `place` on, until told to stop. Answers that are none are asked for again. */
export function pollComments(
  place: Place,
  topic: string,
  take: (comments: TaobaoComment[]) => void,
  onLoggedOut: () => void,
  who: 'anchor' | 'viewer' = 'anchor',
): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let stopped = false;

  async function ask() {
    let wait = boot.pollMs;
    try {
      const { ret, data } = await window.lib.mtop.request({
        api: boot.feed === 'hidden' ? 'mtop.taobao.iliad.flow.pull' : apis[who],
        v: who === 'anchor' ? '3.0' : '1.0',
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
      if (ret[0]?.startsWith('FAIL_SYS_SESSION_EXPIRED')) return onLoggedOut();
      const feed = boot.feed === 'hidden' ? open(data.flow) : data;
      const entries = feed[boot.feed === 'renamed' ? 'commentEntries' : 'comments'];
      if (!ret[0]?.startsWith('SUCCESS') || !Array.isArray(entries)) throw new Error('no feed');
      JSON.parse(String(feed.paginationContext));
      const comments = (entries as TaobaoComment[]).filter(isComment);
      for (const comment of comments) if (isSaid(comment)) note(comment.commentId);
      place.context = String(feed.paginationContext);
      wait = Number(feed.delay) || wait;
      if (comments.length > 0) take(comments.flatMap((comment) => numbered(comment, place)));
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

/** Counts the comment; on a hostile page some are followed by a row that is none. */
function numbered(comment: TaobaoComment, place: Place): TaobaoComment[] {
  comment.key = place.count++;
  if (!isOdd(comment.key)) return [comment];
  return [comment, { ...comment, content: '', key: place.count++ }];
}

/** Not one of the platform's own rows. */
export const isSaid = ({ renders, content }: TaobaoComment) =>
  renders.commentType === 'normal' && !/^[⁂∰⏇]/.test(content);

const isComment = (item: unknown): item is TaobaoComment => {
  const { content, publisherNick, renders } = (item ?? {}) as Partial<TaobaoComment>;
  return typeof content === 'string' && content !== '' && typeof publisherNick === 'string' && !!renders;
};
