import { openDatabase } from '../../lib/log/database.ts';
import { type Read, readLines } from './replay-lines.ts';

/** Texts that are passed on; all of a run were said in one place. */
export type Passed = { runs: Run[]; share: number } | { isEnd: true } | { failed: string };
export interface Run {
  source: Read['lines'][number]['source'];
  place: Read['lines'][number]['place'];
  texts: string[];
  /** by text, -1 where it is not of an event */
  seqs: number[];
}

const db = openDatabase();
const pass = (passed: Passed) => postMessage(passed);

addEventListener('message', async ({ data: sessions }: MessageEvent<number>) => {
  try {
    for await (const { lines, share } of readLines(db, sessions)) pass({ runs: runsOf(lines), share });
    pass({ isEnd: true });
  } catch (error) {
    pass({ failed: String(error) });
  }
});

/** Lines of one kind together: a few long arrays pass sooner than a hundred thousand objects. */
function runsOf(lines: Read['lines']): Run[] {
  const runs: Run[] = [];
  for (const { source, place, text, seq = -1 } of lines) {
    let run = runs.find((one) => one.source === source && one.place === place);
    if (!run) {
      run = { source, place, texts: [], seqs: [] };
      runs.push(run);
    }
    run.texts.push(text);
    run.seqs.push(seq);
  }
  return runs;
}
