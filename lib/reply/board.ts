import { type Sense, sense } from './sense.ts';
import { type Signature, signatureOf } from './signature.ts';
import { surfacesOf } from './surface.ts';
import { soundOf } from './syllables.ts';

/** Open questions by what they ask. Plain data: it may be cloned, and the same calls give the same board. */
export interface Board {
  /** cards by key, the key that was touched last at the end */
  cards: Map<string, Card[]>;
  count: number;
  /** which card the characters were last asked on, the newest at the end */
  spelled: Map<string, { id: string; at: number }>;
}

interface Card extends Omit<Signature, 'key'> {
  id: string;
  /** ms epoch of the newest comment */
  at: number;
}

export const createBoard = (): Board => ({ cards: new Map(), count: 0, spelled: new Map() });

/** A card that nobody joined for this long is left to rest, in ms. */
export const boardWindow = 30 * 60_000;
const maxCards = 4000;
const maxPerKey = 48;
const step = 64;

/**
 * Puts a question on the board and returns the id of its card: the first comment that asked the same.
 *
 * Opposites, other slots and other products get cards of their own. Changes `board`; reads no clock.
 *
 * @param question `at` in ms epoch, never far before the newest one
 * @param sensed the text taken apart, where that was done already: it is half the cost
 */
export function placeQuestion(
  board: Board,
  question: { id: string; text: string; at: number },
  sensed: Sense = sense(question.text),
): string {
  const { key, ...signature } = signatureOf(sensed);
  const surfaces = surfacesOf(sensed);
  const kin = board.cards.get(key) ?? [];
  // the newest cards are the likeliest
  for (let index = kin.length - 1; index >= 0; index--) {
    const card = kin[index]!;
    if (question.at - card.at > boardWindow) break;
    if (!isSame(card, signature)) continue;
    card.at = Math.max(card.at, question.at);
    card.verb ||= signature.verb;
    card.pointed ||= signature.pointed;
    kin.splice(index, 1);
    kin.push(card);
    touch(board, key, kin);
    spell(board, surfaces, card.id, card.at);
    return card.id;
  }
  for (const surface of surfaces) {
    const twin = board.spelled.get(surface);
    if (!twin || question.at - twin.at > boardWindow) continue;
    spell(board, surfaces, twin.id, Math.max(twin.at, question.at));
    return twin.id;
  }
  const card = { id: question.id, at: question.at, ...signature };
  kin.push(card);
  board.count++;
  spell(board, surfaces, card.id, card.at);
  if (kin.length > maxPerKey) {
    kin.shift();
    board.count--;
  }
  touch(board, key, kin);
  forget(board, question.at);
  return question.id;
}

function spell({ spelled }: Board, surfaces: readonly string[], id: string, at: number) {
  for (const surface of surfaces) {
    spelled.delete(surface);
    spelled.set(surface, { id, at });
  }
  if (spelled.size <= maxCards) return;
  let dropped = 0;
  for (const surface of spelled.keys()) {
    if (dropped++ >= step) return;
    spelled.delete(surface);
  }
}

function touch(board: Board, key: string, kin: Card[]) {
  board.cards.delete(key);
  board.cards.set(key, kin);
}

/** Drops keys that have aged out, oldest first, and any beyond the bound; some at a time, for to find the first is a walk. */
function forget(board: Board, now: number) {
  if (board.count % step !== 0) return;
  for (const [key, kin] of board.cards) {
    if (board.count <= maxCards - step && now - kin.at(-1)!.at <= boardWindow) return;
    board.cards.delete(key);
    board.count -= kin.length;
  }
}

type Told = Omit<Signature, 'key'>;

function isSame(card: Told, asked: Told): boolean {
  if (card.verb !== '' && asked.verb !== '' && card.verb !== asked.verb) return false;
  if (card.rest === card.pointed && asked.rest === asked.pointed && (card.rest === '' || asked.rest === '')) {
    return true;
  }
  return isAlike(card.rest, asked.rest);
}

/** Short names must sound the same; of long ones a quarter may be left out, but nothing be another. */
function isAlike(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > (long.length <= 3 ? 0 : Math.floor(long.length / 4))) return false;
  const taken = new Uint8Array(long.length);
  for (const character of short) {
    const at = indexOfSound(long, character, taken);
    if (at < 0) return false;
    taken[at] = 1;
  }
  return true;
}

function indexOfSound(text: string, character: string, taken: Uint8Array): number {
  const sound = soundOf(character.charCodeAt(0));
  for (let index = 0; index < text.length; index++) {
    if (taken[index] === 1) continue;
    if (text[index] === character || (sound !== 0 && soundOf(text.charCodeAt(index)) === sound)) return index;
  }
  return -1;
}
