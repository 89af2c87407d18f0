import type { LoggedEvent } from '../../lib/model.ts';
import type { Said } from '../../rehearsal/stage.ts';

/** What was said and what was stored, set against each other. */
export interface Comparison {
  lost: Said[];
  /** ids or, without one, texts that stand in the log more than once */
  doubled: string[];
  /** stored texts that nobody said */
  invented: string[];
}

/** By id where the page shows one; else by who said what. */
export function compare(said: readonly Said[], events: readonly LoggedEvent[]): Comparison {
  const comments = events.filter((event) => event.kind === 'comment');
  const byId = new Map<string, number>();
  for (const { id } of comments) byId.set(id, (byId.get(id) ?? 0) + 1);
  const rest = new Map<string, number>();
  const known = new Set(said.filter(({ hasId }) => hasId).map(({ id }) => id));
  for (const { id, text } of comments) if (!known.has(id)) rest.set(text, (rest.get(text) ?? 0) + 1);

  const lost = said.filter(({ hasId, id, text }) => {
    if (hasId) return !byId.has(id);
    const left = rest.get(text) ?? 0;
    rest.set(text, left - 1);
    return left < 1;
  });
  const doubled = [...byId].flatMap(([id, times]) => (times > 1 ? [id] : []));
  const invented = [...rest].flatMap(([text, times]) => (times > 0 ? [text] : []));
  return { lost, doubled, invented };
}
