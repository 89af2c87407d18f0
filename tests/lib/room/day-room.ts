import type { LiveEvent } from '../../../lib/model.ts';
import { createRoomState, fold } from '../../../lib/room/fold.ts';

type Told<T> = T extends { at: number; seenAt: number } ? Omit<T, 'at' | 'seenAt'> : never;

/** A room that is told things at seconds since 20:00 in China, 1 December 2026. */
export function createDayRoom() {
  const start = Date.UTC(2026, 11, 1, 12);
  const state = createRoomState();
  let seq = 0;
  const tell = (second: number, event: Told<LiveEvent>) => {
    const at = start + Math.round(second * 1000);
    fold(state, { at, seenAt: at, ...event, seq: seq++ } as never);
  };
  const say = (second: number, text: string, who = `u${seq}`) =>
    tell(second, {
      kind: 'comment',
      id: `c${seq}`,
      idKind: 'feed',
      userId: who,
      nick: who,
      text,
      source: 'feed',
    });
  /** so many comments a second, evenly, from one second to another */
  const chat = (from: number, to: number, rate: number, textOf: (i: number) => string) => {
    for (let i = 0; from + i / rate < to; i++) say(from + i / rate, textOf(i));
  };
  const raised = () => state.alarms.list.map(({ kind, subject }) => (subject ? `${kind} ${subject}` : kind));
  return { state, start, tell, say, chat, raised };
}
