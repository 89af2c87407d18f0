import { objectOf, parseJson, textOf } from '../json.ts';
import type { Reading, Traffic } from '../platform.ts';
import { readMessages } from './cdn.ts';
import { readComments } from './comment.ts';

const nothing: Reading = { metrics: [], malformed: 0, oversized: 0 };

/**
 * Reads answers, with or without their callback, of `mtop.taobao.iliad.comment.query.anchorlatest` (console,
 * 3.0, seen 2026-03: sure) and `….query.latest` (viewer, 1.0, 2026-09: rather sure), and of the message CDN.
 */
export function readTaobao({ url, body, seenAt }: Traffic): Reading {
  const isCdn = url.includes('/live/message/');
  if (!isCdn && !/comment\.query\.(?:anchor)?latest/.test(url)) return nothing;
  const answer = objectOf(parseJson(unwrap(body)));
  if (isCdn) return readMessages(answer, seenAt);
  const status = Array.isArray(answer.ret) ? (textOf(answer.ret[0]) ?? '') : '';
  if (status.startsWith('FAIL_SYS_SESSION_EXPIRED')) return { ...nothing, trouble: 'logged-out' };
  // the page fetches a new token and asks again by itself
  if (status.startsWith('FAIL_SYS_TOKEN_')) return nothing;
  const data = objectOf(answer.data);
  if (!status.startsWith('SUCCESS')) return { ...nothing, malformed: 1 };
  return { ...nothing, ...readComments(data.comments ?? (isQuiet(data) ? [] : undefined), seenAt) };
}

/** An answer without news may leave the list out, yet says where to go on; a list under another name is a change. */
const isQuiet = (data: Record<string, unknown>): boolean =>
  textOf(data.paginationContext) !== undefined &&
  !Object.values(data).some((value) => Array.isArray(value) && value.length > 0);

/** `mtopjsonp3({…})` → `{…}` */
const unwrap = (body: string): string =>
  /^\s*[\w$.]+\s*\(/.test(body) ? body.slice(body.indexOf('(') + 1, body.lastIndexOf(')')) : body;
