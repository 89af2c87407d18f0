import type { CommentEvent, LoggedEvent } from '../model.ts';
import { createBoard, placeQuestion } from '../reply/board.ts';
import { readSense } from '../reply/read.ts';
import { type Sense, sense } from '../reply/sense.ts';
import { hearPraise, isTestimonial } from './chorus.ts';
import { isSameReply } from './same-reply.ts';
import { type FeedRow, feedLimit, type Question, type RoomState } from './state.ts';

const keptTexts = 500;
const keptTroubles = 50;
const keptQuestions = 2000;
/** A reply later than this after the fill is somebody else's (ms). */
const replyWindow = 180_000;
const minutesKept = 24 * 60;
/** A later row than so many is history: nobody looks for it there. */
const lateRows = 200;

export function createRoomState(): RoomState {
  return {
    seq: 0,
    live: false,
    firstAt: null,
    lastAt: null,
    feed: [],
    board: createBoard(),
    questions: new Map(),
    filled: null,
    figures: { comments: 0, asked: 0, answered: 0, waiting: 0, waits: [], perMinute: [] },
    metrics: {},
    audience: {},
    goods: { items: [], explaining: null },
    choruses: [],
    praise: [],
    draft: null,
    said: [],
    health: null,
    troubles: [],
    gaps: [],
    acts: [],
    modelCalls: 0,
    lost: 0,
  };
}

/** Applies one event to the state, in place. Same events, same state: live, replay and report are this one fold. */
export function fold(state: RoomState, event: LoggedEvent): void {
  state.seq = event.seq + 1;
  state.firstAt ??= event.at;
  state.lastAt = Math.max(state.lastAt ?? 0, event.seenAt);
  switch (event.kind) {
    case 'comment':
      addComment(state, event);
      break;
    case 'room':
      state.live = event.phase === 'live';
      break;
    case 'metric':
      state.metrics[event.name] = event.value;
      break;
    case 'audience':
      state.audience[event.what] = (state.audience[event.what] ?? 0) + (event.count ?? 1);
      break;
    case 'goods':
      state.goods = { items: event.items, explaining: event.explaining };
      break;
    case 'health':
      if (event.trouble !== (state.health?.trouble ?? null))
        state.troubles.push({ at: event.at, trouble: event.trouble });
      cut(state.troubles, keptTroubles);
      state.health = event;
      break;
    case 'gap':
      state.lost += event.lost;
      state.gaps.push(event);
      cut(state.gaps, keptTroubles);
      break;
    case 'draft':
      state.draft = event.text ? { text: event.text, findings: event.findings } : null;
      break;
    case 'fill':
      state.filled = { at: event.at, text: event.text, question: event.question ?? null };
      state.acts.push(event);
      break;
    case 'answer':
      answer(state, event.question, event.at, event.how);
      state.acts.push(event);
      break;
    case 'suggestion':
      state.acts.push(event);
      break;
    case 'model':
      state.modelCalls += event.calls;
      break;
  }
  cut(state.acts, keptTexts);
}

function addComment(state: RoomState, event: CommentEvent & { seq: number }): void {
  const sensed = sense(event.text);
  const reading = readSense(sensed);
  state.live = true;
  state.figures.comments++;
  const minute = Math.floor((event.at - (state.firstAt as number)) / 60_000);
  // a wrong clock on the page must not blow the array up
  if (minute >= 0 && minute < minutesKept)
    state.figures.perMinute[minute] = (state.figures.perMinute[minute] ?? 0) + 1;
  placeRow(state.feed, { ...event, reading });
  cut(state.feed, feedLimit);
  if (event.anchor) heardFromUs(state, event);
  // what stood there before we came may long be answered
  else if (reading.isQuestion && !event.backlog) ask(state, event, reading, sensed);
  else if (isTestimonial(sensed.text, reading)) hearPraise(state, event, sensed.text);
}

/** A comment that comes late stands where the platform's clock puts it, among the last rows. */
function placeRow(feed: FeedRow[], row: FeedRow): void {
  let place = feed.length;
  // without that clock the order of arrival is all there is
  if (row.at !== row.seenAt)
    while (place > 0 && feed.length - place < lateRows && feed[place - 1]!.at > row.at) place--;
  feed.splice(place, 0, row);
}

function ask(state: RoomState, event: CommentEvent, reading: Question['reading'], sensed: Sense): void {
  const id = placeQuestion(state.board, event, sensed);
  const asker = event.userId ?? event.nick;
  let question = state.questions.get(id);
  if (!question) {
    question = {
      id,
      text: event.text,
      reading,
      count: 0,
      askers: new Set(),
      buyers: new Set(),
      since: event.at,
      lastAt: event.at,
      answeredAt: null,
      how: null,
    };
    state.questions.set(id, question);
    state.figures.asked++;
    state.figures.waiting++;
    forgetOldest(state);
  } else if (question.answeredAt !== null && event.at > question.answeredAt) {
    question.answeredAt = null;
    question.how = null;
    question.since = event.at;
    state.figures.asked++;
    state.figures.waiting++;
  }
  question.count++;
  question.lastAt = event.at;
  question.askers.add(asker);
  if (event.badges?.some((badge) => badge.includes('已加购') || badge.includes('已下单')))
    question.buyers.add(asker);
}

/** Our own row in the room: the reply that was filled has been sent. */
function heardFromUs(state: RoomState, event: CommentEvent & { seq: number }): void {
  state.said.push({ seq: event.seq, at: event.at, text: event.text });
  cut(state.said, keptTexts);
  const { filled } = state;
  if (!filled || event.seenAt - filled.at > replyWindow || !isSameReply(filled.text, event.text)) return;
  state.filled = null;
  state.draft = null;
  if (filled.question) answer(state, filled.question, event.seenAt, 'filled');
}

function answer(state: RoomState, id: string, at: number, how: NonNullable<Question['how']>): void {
  const question = state.questions.get(id);
  if (!question || question.answeredAt !== null) return;
  question.answeredAt = at;
  question.how = how;
  state.figures.waiting--;
  if (how === 'dismissed') {
    state.figures.asked--;
    return;
  }
  state.figures.answered++;
  state.figures.waits.push(Math.max(0, at - question.since));
}

/** Cuts in large steps: a shift per comment would move the whole array each time. */
function cut(rows: unknown[], limit: number): void {
  if (rows.length > 2 * limit) rows.splice(0, rows.length - limit);
}

function forgetOldest({ questions, figures }: RoomState): void {
  if (questions.size <= keptQuestions) return;
  const [oldest] = questions.values();
  if (!oldest) return;
  questions.delete(oldest.id);
  if (oldest.answeredAt === null) figures.waiting--;
}
