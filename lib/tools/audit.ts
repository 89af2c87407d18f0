import type { DrawEvent, LoggedEvent } from '../model.ts';
import { commitmentOf, digestOf, drawLots } from './draw.ts';
import { candidatesOf, createTools, foldTool, hearInTools, type ToolRun } from './run.ts';

/** What is wrong with a draw. */
export type DrawFault = 'no-tool' | 'not-closed' | 'again' | 'commitment' | 'candidates' | 'lots' | 'winners';

/** What came of drawing the lots of a session again. */
export interface DrawAudit {
  /** of the draw */
  seq: number;
  tool: string;
  title: string;
  faults: DrawFault[];
  /**
   * whether the candidates could be found again, too: not where people are masked, or where comments of that time are
   * no longer kept. Then the lots were checked against the candidates' digest alone.
   */
  isWhole: boolean;
}

/** Draws all lots of a session again from its log; takes the events one by one, in order and from the first. */
export function createAudit({ isMasked = false }: { isMasked?: boolean } = {}): {
  take(event: LoggedEvent): Promise<DrawAudit | null>;
} {
  const tools = createTools();
  /** seqs of events that are no longer kept: only those while a tool ran matter */
  let lastGone = -1;
  return {
    async take(event) {
      if (event.kind === 'comment') hearInTools(tools, event);
      else if (event.kind === 'gone') lastGone = event.seq;
      else if (event.kind === 'tool' || event.kind === 'tool-close') foldTool(tools, event);
      if (event.kind !== 'draw') return null;
      const run = tools.runs.find(({ id }) => id === event.tool);
      // earlier winners stand before the tool, too
      const audit = await judge(event, run, !isMasked && lastGone < 0);
      foldTool(tools, event);
      return audit;
    },
  };
}

async function judge(
  event: DrawEvent & { seq: number },
  run: ToolRun | undefined,
  isWhole: boolean,
): Promise<DrawAudit> {
  const { seq, tool, secret, digest, candidates, places, winners } = event;
  const audit: DrawAudit = { seq, tool, title: run?.setup.title ?? '', faults: [], isWhole };
  const fault = (what: DrawFault) => void audit.faults.push(what);
  if (run?.setup.what !== 'draw') {
    fault('no-tool');
    return audit;
  }
  if (run.closedAt === null || run.isDropped) fault('not-closed');
  if (run.drawn) fault('again');
  if ((await commitmentOf(secret)) !== run.setup.commitment) fault('commitment');
  const lots = await drawLots({ secret, digest }, candidates, run.setup.winners);
  if (String(lots) !== String(places)) fault('lots');
  if (!isWhole) return audit;
  const found = candidatesOf(run);
  if (found.length !== candidates || (await digestOf(found)) !== digest) fault('candidates');
  if (String(places.map((place) => found[place])) !== String(winners)) fault('winners');
  return audit;
}
