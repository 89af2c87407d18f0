import { settle } from '../alarm/alarm.ts';
import type { LoggedEvent } from '../model.ts';
import { nameWords } from '../reply/words.ts';
import { foldAlarms, takeUp } from './alarms.ts';
import { hearHealth, hearOwn, hearPage, hearStock } from './hear-page.ts';
import type { RoomState } from './state.ts';

/** What an event says about the course of things, besides what the room makes of it; after `passTime`. In place. */
export function listen(state: RoomState, event: LoggedEvent): void {
  switch (event.kind) {
    case 'watch':
    case 'alarm-close':
    case 'calm':
      foldAlarms(state, event);
      break;
    case 'judged':
      hearOwn(state, event);
      break;
    case 'spoken':
      hearOwn(state, { of: event.seq, text: event.text, findings: event.findings });
      break;
    case 'correct':
      settle(state.alarms.list, 'finding', state.course.clock!, String(event.of));
      break;
    case 'fill':
      hearOwn(state, { of: event.seq, text: event.text, findings: event.override?.findings ?? [] });
      break;
    case 'plan':
      if (event.alarm !== undefined && !event.drill) takeUp(state, event.alarm, event.at);
      break;
    case 'comment':
      hearPage(state);
      if (event.anchor && !event.backlog) hearOwn(state, { of: event.seq, text: event.text });
      break;
    case 'metric':
    case 'draft':
      hearPage(state);
      break;
    case 'audience':
      hearPage(state);
      if (event.what === 'enter') state.course.open!.entered += event.count ?? 1;
      break;
    case 'goods':
      hearPage(state);
      hearStock(state, event);
      state.hot.names = nameWords(event.items.map(({ title }) => title));
      break;
    case 'health':
      hearPage(state);
      hearHealth(state, event);
      break;
    case 'gone':
      if (event.was === 'comment') state.course.open!.comments++;
      break;
  }
}
