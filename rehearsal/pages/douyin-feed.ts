import { boot, note } from './boot.ts';

/** A comment as the Douyin server sends it, ids already strings. */
export interface DouyinComment {
  /** counted by this page */
  key: number;
  comment_id?: string;
  uid: string;
  nick_name: string;
  content: string;
  tags: string[];
}

interface Feed {
  code?: number;
  data: {
    comment_infos: DouyinComment[];
    cursor: string;
    internal_ext: string;
    next_fetch_interval: number;
  };
}

/** How far the feed was read. */
export interface Place {
  cursor: string;
  ext: string;
  count: number;
}

export const start: Place = { cursor: '', ext: '', count: 0 };

/** Asks for new comments, from `place` on, until told to stop. Answers that are none are asked for again. */
export function pollComments(
  place: Place,
  take: (comments: DouyinComment[]) => void,
  onLoggedOut: () => void,
): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let stopped = false;

  async function ask() {
    let wait = boot.pollMs;
    try {
      const feed = readFeed(await (boot.way === 'xhr' ? askByXhr : askByFetch)(address(place)));
      if (stopped) return;
      if (feed.code === 20000007) return onLoggedOut();
      if (typeof feed.data.cursor !== 'string' || !Array.isArray(feed.data.comment_infos))
        throw new Error('no feed');
      const comments = feed.data.comment_infos.filter(isComment);
      for (const comment of comments) {
        comment.key = place.count++;
        note(comment.comment_id ?? '');
      }
      place.cursor = feed.data.cursor;
      place.ext = feed.data.internal_ext;
      wait = feed.data.next_fetch_interval;
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

function address({ cursor, ext }: Place): string {
  const query = new URLSearchParams({
    comment_query_type: '1',
    cursor,
    internal_ext: ext,
    similar_comment_enable: 'false',
    request_source: '3',
    extra: 'in_comment_opt_ab',
    filter_bag_comment: 'false',
    comment_version_code: '1',
  });
  return `${boot.feed === 'hidden' ? '/api/anchor/flow/pull' : '/api/anchor/comment/info'}?${query}`;
}

const headers = { 'X-Ecom-Platform-Source': location.hostname.startsWith('fxg') ? 'fxg' : 'live' };

async function askByFetch(url: string): Promise<string> {
  return (await fetch(url, { headers, credentials: 'include' })).text();
}

function askByXhr(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.onload = () => resolve(request.responseText);
    request.onerror = () => reject(new Error('no answer'));
    request.send();
  });
}

function readFeed(text: string): Feed {
  const plain = boot.feed === 'hidden' ? decode(text) : text;
  // bare 19-digit ids would lose their last digits
  const quoted = plain.replace(/"(comment_id|uid)":(\d+)/g, '"$1":"$2"');
  return JSON.parse(quoted.replace('"comment_entries":', '"comment_infos":')) as Feed;
}

const decode = (base64: string) =>
  new TextDecoder().decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));

const isComment = (item: unknown): item is DouyinComment => {
  const { content, nick_name } = (item ?? {}) as Partial<DouyinComment>;
  return typeof content === 'string' && content !== '' && typeof nick_name === 'string';
};
