import type { Database } from '../log/database.ts';
import { readEvents } from '../log/reader.ts';
import type { LoggedEvent } from '../model.ts';
import type { Intent } from '../reply/types.ts';
import { type FindableKind, findableIn } from './findable.ts';
import type { Letters } from './letters.ts';
import { type Mark, marksIn } from './marks.ts';
import type { Prepared } from './prepare.ts';
import type { Closeness } from './scan.ts';
import { readIntent } from './sign.ts';

/** A place where something was found. */
export interface Spot {
  session: string;
  seq: number;
  closeness: Closeness;
}

/** Something that was found, with what was said before and after it. */
export interface Result extends Spot {
  at: number;
  kind: FindableKind;
  who: string;
  text: string;
  intent: Intent | '';
  /** categories of what rules found in it */
  rules: string[];
  marks: readonly Mark[];
  whoMarks: readonly Mark[];
  before: Said | null;
  after: Said | null;
}
export interface Said {
  who: string;
  text: string;
  isOurs: boolean;
}

/** Events on either side in which the comments before and after are looked for. */
const around = 12;
/** Spots that are closer are read together. */
const near = 200;

/** Reads what stands at the spots, in their order; one that can no longer be read is left out. */
export async function readResults(
  db: Database,
  spots: readonly Spot[],
  query: Prepared,
  letters: Letters,
): Promise<Result[]> {
  const runs = runsOf(spots);
  const read = await Promise.all(
    runs.map(async (run) => {
      const { events } = await readEvents(
        db,
        run[0]!.session,
        Math.max(0, run[0]!.seq - around),
        run.at(-1)!.seq + around + 1,
      );
      return run.map((spot) => [spot, resultOf(spot, events, query, letters)] as const);
    }),
  );
  const bySpot = new Map(read.flat());
  return spots.flatMap((spot) => bySpot.get(spot) ?? []);
}

/** Spots of one session that lie near each other, each run in order. */
function runsOf(spots: readonly Spot[]): Spot[][] {
  const runs: Spot[][] = [];
  const sorted = spots.toSorted((a, b) =>
    a.session < b.session ? -1 : a.session > b.session ? 1 : a.seq - b.seq,
  );
  for (const spot of sorted) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && last.session === spot.session && spot.seq - last.seq <= near) run.push(spot);
    else runs.push([spot]);
  }
  return runs;
}

function resultOf(
  spot: Spot,
  events: readonly LoggedEvent[],
  { texts, users }: Prepared,
  letters: Letters,
): Result | null {
  const place = events.findIndex(({ seq }) => seq === spot.seq);
  const event = events[place];
  const found = event && findableIn(event, readIntent);
  if (!found) return null;
  const { kind, who, text, intent, findings } = found;
  return {
    ...spot,
    at: event.at,
    kind,
    who,
    text,
    intent,
    rules: [...new Set(findings.map(({ category }) => category))],
    marks: marksIn(text, texts, letters),
    whoMarks: marksIn(
      who,
      users.any.map((user) => ({ letters: user, pairs: [], misses: 0 })),
      letters,
    ),
    before: said(events.slice(0, place).findLast(isComment)),
    after: said(events.slice(place + 1).find(isComment)),
  };
}

type Comment = Extract<LoggedEvent, { kind: 'comment' }>;
const isComment = (event: LoggedEvent): event is Comment => event.kind === 'comment';
const said = (event: Comment | undefined): Said | null =>
  event ? { who: event.nick, text: event.text, isOurs: event.anchor === true } : null;
