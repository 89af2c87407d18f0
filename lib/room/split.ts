import type { JoinEvent, SplitEvent } from '../model.ts';
import { readComment } from '../reply/read.ts';
import {
  emptyQuestion,
  everybody,
  gather,
  isWaiting,
  type Question,
  type Wording,
  wordingsOf,
} from './question.ts';
import type { RoomState } from './state.ts';

type Room = Pick<RoomState, 'questions' | 'apart' | 'figures' | 'filled'>;

/** Gives a wording a card of its own: what was asked so moves there, and so does what will be. In place. */
export function split(room: Room, { question: id, wording: key, into }: SplitEvent): void {
  const card = room.questions.get(id);
  const wording = card?.wordings.get(key);
  // the act may be of a panel that has not seen what happened since
  if (!card || !wording || wordingsOf(card).length < 2 || room.questions.has(into)) return;
  const own = emptyQuestion(into, wording.text, readComment(wording.text), wording.lastAt);
  own.from = id;
  own.wordings.set(key, wording);
  card.wordings.delete(key);
  recount(room, [card], [card, own]);
  room.questions.set(into, own);
  room.apart.set(key, into);
}

/** Takes a split back: the card goes where it came from, with all that has been asked in it since. In place. */
export function join(room: Room, { question: id }: Pick<JoinEvent, 'question'>): void {
  const own = room.questions.get(id);
  const card = own?.from ? room.questions.get(own.from) : undefined;
  if (!own || !card) return;
  const before = [card, own].filter(isWaiting).length;
  for (const [key, wording] of own.wordings) {
    const known = card.wordings.get(key);
    card.wordings.set(key, known ? bothWordings(known, wording) : wording);
    if (room.apart.get(key) === id) room.apart.delete(key);
  }
  room.questions.delete(id);
  gather(card);
  countWaiting(room, Number(isWaiting(card)) - before);
  if (room.filled?.question === id) room.filled = { ...room.filled, question: card.id };
}

function recount(room: Room, before: readonly Question[], after: readonly Question[]): void {
  const waited = before.filter(isWaiting).length;
  for (const card of after) gather(card);
  countWaiting(room, after.filter(isWaiting).length - waited);
}

/** What opens without having been asked anew, or is one with another, was asked once more, or once less. */
function countWaiting({ figures }: Room, more: number): void {
  figures.asked += more;
  figures.waiting += more;
}

function bothWordings(one: Wording, other: Wording): Wording {
  const [first, second] = one.first < other.first ? [one, other] : [other, one];
  const waits = [one.since, other.since].filter((since) => since !== null);
  return {
    text: first.text,
    first: first.first,
    count: one.count + other.count,
    askers: everybody([first, second]),
    since: waits.length > 0 ? Math.min(...waits) : null,
    lastAt: Math.max(one.lastAt, other.lastAt),
    answered: (one.answered?.at ?? 0) > (other.answered?.at ?? 0) ? one.answered : other.answered,
  };
}
