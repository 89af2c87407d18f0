import { boot, note } from './boot.ts';
import { isSaid, type TaobaoComment } from './taobao-feed.ts';

/** Asks the message CDN for what came since the last answer, until told to stop. */
export function pollMessages(topic: string, take: (comments: TaobaoComment[]) => void): () => void {
  let from = 0;
  let timer: ReturnType<typeof setTimeout>;
  let stopped = false;

  async function ask() {
    try {
      const until = Math.floor(Date.now() / 1000);
      const answer = await fetch(`https://impaas.alicdn.com/live/message/${topic}/${from}/${until}`);
      const { payloads, endTime } = (await answer.json()) as {
        payloads: { data: string }[];
        endTime: number;
      };
      if (stopped) return;
      if (!Array.isArray(payloads) || typeof endTime !== 'number') throw new Error('no messages');
      from = endTime;
      const comments = payloads.flatMap(({ data }) => open(data)).filter(isSaid);
      for (const { commentId } of comments) note(commentId);
      if (comments.length > 0) take(comments);
    } catch {
      // asked again below, from the same place
    }
    if (!stopped) timer = setTimeout(ask, boot.pollMs);
  }

  void ask();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** The comment in a message, if it is one; its numbers come bare. */
function open(data: string): TaobaoComment[] {
  try {
    const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
    const message = JSON.parse(new TextDecoder().decode(bytes)) as TaobaoComment;
    if (!message.content) return [];
    return [{ ...message, commentId: message.commentId ? String(message.commentId) : '' }];
  } catch {
    return [];
  }
}
