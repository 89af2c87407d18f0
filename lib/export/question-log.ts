import type { Question, RoomState } from '../room/state.ts';

/** Below this many the room forgets none: one that went was put together with another. */
const crowded = 1000;

/**
 * Keeps track of the questions that the room forgets, as it holds the newest only: `passed` gives those that went since
 * it was last asked, `rest` what is still there. Ask at least every thousand events.
 */
export function createQuestionLog(state: RoomState): { passed(): Question[]; rest(): Question[] } {
  const known = new Map<string, Question>();
  return {
    passed() {
      const gone: Question[] = [];
      for (const [id, question] of known)
        if (!state.questions.has(id)) {
          if (state.questions.size >= crowded) gone.push(question);
          known.delete(id);
        }
      for (const [id, question] of state.questions) known.set(id, question);
      return gone;
    },
    rest: () => [...state.questions.values()],
  };
}
