import type { CommentEvent } from '../model.ts';
import { answer } from './asking.ts';
import { cut } from './cut.ts';
import { isSameReply } from './same-reply.ts';
import type { OnTurn, RoomState } from './state.ts';

const keptSaid = 500;
/** A reply later than this after the fill is somebody else's (ms). */
const replyWindow = 180_000;

/** Our own row in the room: the reply that was filled has been sent. */
export function heardFromUs(state: RoomState, event: CommentEvent & { seq: number }, onTurn: OnTurn): void {
  state.said.push({ seq: event.seq, at: event.at, text: event.text });
  cut(state.said, keptSaid);
  const { filled } = state;
  if (!filled || event.seenAt - filled.at > replyWindow || !isSameReply(filled.text, event.text)) return;
  state.filled = null;
  state.draft = null;
  onTurn({
    seq: event.seq,
    at: event.seenAt,
    what: 'sent',
    fill: filled.seq,
    text: event.text,
    isExact: filled.text === event.text,
  });
  if (filled.question) answer(state, event, filled.question, event.seenAt, 'filled', onTurn);
}
