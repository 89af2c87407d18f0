import type { Database, Page } from '../log/database.ts';
import { eventsOf } from '../log/page.ts';
import { pagesAt, readEvents } from '../log/reader.ts';
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

/** Reads what stands at the spots, in their order; one that can no longer be read is left out. */
export async function readResults(
  db: Database,
  spots: readonly Spot[],
  query: Prepared,
  letters: Letters,
): Promise<Result[]> {
  const pages = await pagesAt(db, spots);
  const read = new Map<string, Promise<LoggedEvent[] | null>>();
  const eventsIn = (page: Page): Promise<LoggedEvent[] | null> => {
    const key = `${page.session} ${page.first}`;
    const known = read.get(key) ?? eventsOf(page);
    read.set(key, known);
    return known;
  };
  const results = await Promise.all(
    spots.map(async (spot, i) => {
      const page = pages[i];
      const events = page && (await eventsIn(page));
      if (!events) return null;
      const place = spot.seq - page.first;
      const isInside = place >= around && place + around < page.count;
      const near = isInside
        ? events.slice(place - around, place + around + 1)
        : // at the edge of a page the neighbours stand on the next one
          (await readEvents(db, spot.session, Math.max(0, spot.seq - around), spot.seq + around + 1)).events;
      return resultOf(spot, near, query, letters);
    }),
  );
  return results.filter((result) => result !== null);
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
