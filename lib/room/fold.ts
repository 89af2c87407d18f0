import { createCourse } from '../alarm/course.ts';
import type { CommentEvent, LoggedEvent } from '../model.ts';
import { createBoard } from '../reply/board.ts';
import { readSense } from '../reply/read.ts';
import { sense } from '../reply/sense.ts';
import { createTools, foldTool, hearInTools } from '../tools/run.ts';
import { createAlarms, passTime } from './alarms.ts';
import { answer, ask, hand, noteLack } from './asking.ts';
import { type Chorus, hearPraise, isTestimonial } from './chorus.ts';
import { cut } from './cut.ts';
import { hearViewer } from './hear-viewer.ts';
import { createHot } from './hot.ts';
import { listen } from './listen.ts';
import { createPlans, foldPlans } from './plans.ts';
import { createPrompt, foldPrompt, takeDown } from './prompt.ts';
import { heardFromUs } from './said.ts';
import { createShow, foldShow } from './show.ts';
import { hashOf, hear } from './speakers.ts';
import { join, split } from './split.ts';
import { type FeedRow, feedLimit, type OnTurn, type RoomState } from './state.ts';
import { createVoice, foldVoice } from './voice.ts';

const keptTexts = 500;
const keptTroubles = 50;
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
    apart: new Map(),
    speakers: new Set(),
    lacks: [],
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
    show: createShow(),
    plans: createPlans(),
    course: createCourse(),
    hot: createHot(),
    alarms: createAlarms(),
    prompt: createPrompt(),
    tools: createTools(),
    voice: createVoice(),
    modelCalls: 0,
    lost: 0,
  };
}

/** Applies one event to the state, in place. Same events, same state: live, replay and report are this one fold. */
export function fold(state: RoomState, event: LoggedEvent, onTurn: OnTurn = () => {}): void {
  state.seq = event.seq + 1;
  state.firstAt ??= event.at;
  // a note may be made long after the room has closed
  if (event.kind !== 'mark') {
    state.lastAt = Math.max(state.lastAt ?? 0, event.seenAt);
    passTime(state, event.seenAt);
  }
  switch (event.kind) {
    case 'comment':
      addComment(state, event, onTurn);
      hearInTools(state.tools, event);
      break;
    case 'gone':
      if (event.was === 'comment') countComment(state, event.at);
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
      state.filled = { seq: event.seq, at: event.at, text: event.text, question: event.question ?? null };
      state.acts.push(event);
      break;
    case 'answer':
      answer(state, event, event.question, event.at, event.how, onTurn);
      takeDown(state.prompt, event.question, event.at);
      state.acts.push(event);
      break;
    case 'suggestion':
      state.acts.push(event);
      break;
    case 'split':
      split(state, event);
      state.acts.push(event);
      break;
    case 'join':
      join(state, event);
      state.acts.push(event);
      break;
    case 'hand':
      hand(state, event.question, event.undone ? null : event.at);
      state.acts.push(event);
      break;
    case 'lack':
      noteLack(state, event);
      state.acts.push(event);
      break;
    case 'mark':
      state.acts.push(event);
      break;
    case 'show':
    case 'segment':
      foldShow(state.show, event);
      state.acts.push(event);
      break;
    case 'plan':
    case 'plan-step':
    case 'plan-note':
    case 'plan-close':
    case 'correction':
      foldPlans(state.plans, event);
      state.acts.push(event);
      break;
    case 'prompt':
      foldPrompt(state.prompt, event);
      state.acts.push(event);
      break;
    case 'prompt-turn':
      foldPrompt(state.prompt, event);
      break;
    case 'tool':
    case 'tool-close':
    case 'draw':
      foldTool(state.tools, event);
      state.acts.push(event);
      break;
    case 'listen':
    case 'spoken':
    case 'unheard':
    case 'correct':
      foldVoice(state.voice, event);
      break;
    case 'alarm-close':
    case 'calm':
      state.acts.push(event);
      break;
    case 'model':
      state.modelCalls += event.calls;
      break;
  }
  cut(state.acts, keptTexts);
  listen(state, event);
}

function addComment(state: RoomState, event: CommentEvent & { seq: number }, onTurn: OnTurn): void {
  const sensed = sense(event.text);
  const reading = readSense(sensed);
  state.live = true;
  countComment(state, event.at);
  placeRow(state.feed, { ...event, reading });
  cut(state.feed, feedLimit);
  let chorus: Chorus | null = null;
  if (event.anchor) heardFromUs(state, event, onTurn);
  // what stood there before we came may long be answered
  else if (reading.isQuestion && !event.backlog) ask(state, event, reading, sensed, onTurn);
  else if (isTestimonial(sensed.text, reading)) chorus = hearPraise(state, event, sensed.text);
  const who = hashOf(event.userId ?? event.nick);
  if (!event.anchor && !event.backlog) hearViewer(state, event.seq, { reading, sensed, who, chorus });
  hear(state, who);
}

function countComment({ figures, firstAt }: RoomState, at: number): void {
  figures.comments++;
  const minute = Math.floor((at - (firstAt as number)) / 60_000);
  // a wrong clock on the page must not blow the array up
  if (minute >= 0 && minute < minutesKept) figures.perMinute[minute] = (figures.perMinute[minute] ?? 0) + 1;
}

/** A comment that comes late stands where the platform's clock puts it, among the last rows. */
function placeRow(feed: FeedRow[], row: FeedRow): void {
  let place = feed.length;
  // without that clock the order of arrival is all there is
  if (row.at !== row.seenAt)
    while (place > 0 && feed.length - place < lateRows && feed[place - 1]!.at > row.at) place--;
  if (place === feed.length) feed.push(row);
  else feed.splice(place, 0, row);
}
