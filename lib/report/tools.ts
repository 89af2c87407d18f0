import type { LoggedEvent } from '../model.ts';
import type { ToolRun } from '../tools/run.ts';
import type { ToolOutcome } from './digest.ts';

/** What is told of a tool once nobody can take part any more: without the people. */
export const outcomeOfTool = ({ people: _, out: __, drawn, ...run }: ToolRun): ToolOutcome => ({
  ...run,
  counts: [...run.counts],
  right: [...run.right],
  drawn: drawn && { at: drawn.at, candidates: drawn.candidates, winners: drawn.winners },
});

/** The tools that a stretch of events began, moved or ended, as they stand after it. */
export function toolsIn(events: readonly LoggedEvent[], runs: readonly ToolRun[]): ToolOutcome[] {
  if (runs.length === 0) return [];
  const touched = new Set(
    events.flatMap((event) =>
      event.kind === 'tool'
        ? event.id
        : event.kind === 'tool-close' || event.kind === 'draw'
          ? event.tool
          : [],
    ),
  );
  return runs.filter(({ id, closedAt }) => closedAt === null || touched.has(id)).map(outcomeOfTool);
}
