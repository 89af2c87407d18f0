import { idOf, isObject, type Json, objectOf, parseJson, textOf } from '../json.ts';
import type { Reading, Said, Traffic } from '../platform.ts';
import { accept, timeOf } from '../said.ts';

const nothing: Reading = { metrics: [], malformed: 0, oversized: 0 };

const names = {
  id: ['comment_id', 'commentId', 'msg_id', 'msgId', 'id_str', 'id'],
  text: ['content', 'comment_content', 'commentContent', 'text'],
  nick: ['nick_name', 'nickname', 'nickName', 'user_name', 'userName'],
  user: ['uid', 'user_id', 'userId', 'sec_uid'],
  time: ['create_time', 'createTime', 'event_time', 'timestamp'],
  anchor: ['is_anchor', 'isAnchor', 'is_author', 'isAuthor'],
} as const;

/** How far and how long an answer is searched. */
const reach = { depth: 7, values: 3000 };

/**
 * Searches any JSON for comments: a list of objects with a nick, a text, and an id or a time, each under one of
 * the names that this platform uses elsewhere. Says nothing of answers without any, for most have none.
 */
export function probe({ body, seenAt }: Traffic): Reading {
  for (const list of listsIn(parseJson(body))) {
    const said = list.flatMap((item) => commentOf(item, seenAt) ?? []);
    if (said.length > 0) return { ...nothing, said, malformed: list.length - said.length };
  }
  return nothing;
}

/** The lists of objects, from the outside in. */
function* listsIn(root: unknown): Generator<Json[]> {
  let level = [root];
  let left = reach.values;
  for (let depth = 0; depth < reach.depth && level.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const value of level) {
      if (left-- <= 0) return;
      if (Array.isArray(value) && value.some(isObject)) yield value.slice(0, 500).filter(isObject);
      if (typeof value !== 'object' || value === null) continue;
      for (const inner of Object.values(value)) {
        if (next.length >= left) break;
        next.push(inner);
      }
    }
    level = next;
  }
}

function commentOf(item: Json, seenAt: number): Said | null {
  const users = [item, objectOf(item.user), objectOf(item.user_info), objectOf(item.userInfo)];
  const id = first([item], names.id, idOf);
  const nick = first(users, names.nick, textOf);
  const text = first([item], names.text, textOf);
  if (nick === undefined || text === undefined) return null;
  const userId = first(users, names.user, idOf);
  const at = first([item], names.time, (value) => timeOf(value, seenAt));
  if (id === undefined && at === undefined) return null;
  const isAnchor = first(users, names.anchor, (value) => (value === true || value === 1 ? true : undefined));
  const said = accept({ id, userId, nick, text, at, anchor: isAnchor });
  return typeof said === 'string' ? null : said;
}

function first<T>(
  bags: readonly Json[],
  keys: readonly string[],
  read: (value: unknown) => T | undefined,
): T | undefined {
  for (const bag of bags)
    for (const key of keys) {
      const value = read(bag[key]);
      if (value !== undefined) return value;
    }
  return undefined;
}
