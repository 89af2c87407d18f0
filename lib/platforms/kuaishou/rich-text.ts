import { idOf } from '../json.ts';
import type { Reading, Said } from '../platform.ts';
import { accept, type Refusal, timeOf } from '../said.ts';
import { RichText } from './messages.ts';

type Message = NonNullable<ReturnType<typeof RichText.whole>['message']>[number];

/**
 * 829: sentences as the comment zone draws them, where text comments come since 2026-08 (one live test). The
 * writer's name has no field of its own: it is the first piece when that can be tapped or ends in a colon
 * (inference). A sentence without a name is counted and left to the list, which shows both.
 */
export function readRichText(payload: Uint8Array, seenAt: number): Reading {
  const said: Said[] = [];
  const refused = { malformed: 0, oversized: 0, skip: 0, sealed: 0 };
  for (const message of RichText.whole(payload).message ?? []) {
    const one = readMessage(message, seenAt);
    if (typeof one === 'string') refused[one] += 1;
    else said.push(one);
  }
  const { malformed, oversized, sealed } = refused;
  const isTelling = said.length > 0 || sealed === 0;
  return { ...(isTelling && { said }), metrics: [], malformed, oversized, ...(sealed > 0 && { sealed }) };
}

function readMessage(message: Message, seenAt: number): Said | Refusal | 'sealed' {
  // red packets, orders, programmes: the platform speaks
  if (message.bizType) return 'skip';
  const pieces = (message.segment ?? []).flatMap(({ text }) =>
    text?.text ? [{ ...text, text: text.text }] : [],
  );
  // icons and pictures alone say nothing
  if (pieces.every(({ text }) => text.trim() === '')) return 'skip';
  const [first, ...rest] = pieces;
  const isName = first && (first.tapAction !== undefined || /[:：]\s*$/.test(first.text));
  const sentence = rest.map(({ text }) => text).join('');
  if (!isName || sentence.trim() === '') return 'sealed';
  return accept({
    id: idOf(message.id),
    userId: idOf(message.userId),
    nick: first.text.replace(/\s*[:：]\s*$/, '').trim(),
    text: sentence.replace(/^\s*[:：]/, '').trim(),
    at: timeOf(message.serverTimestamp, seenAt),
    by: '829',
  });
}
