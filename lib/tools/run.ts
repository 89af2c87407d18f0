import type { CommentEvent, DrawEvent, ToolCloseEvent, ToolEvent, ToolSetup } from '../model.ts';
import { isNumeric, lettersOf, means, readSaid, type Said } from './match.ts';

/** A tool as it goes. People stand in it as hashes, and only until it has its result. */
export interface ToolRun {
  id: string;
  /** of the event that started it */
  seq: number;
  at: number;
  setup: ToolSetup;
  closedAt: number | null;
  isDropped: boolean;
  /** who took part → vote: the option; quiz: 1 when right; draw: the seq they entered with, in order */
  people: Map<number, number>;
  /** who wrote what keeps them out of a draw */
  out: Set<number>;
  /** how many people took part */
  count: number;
  /** vote: people by option; quiz: wrong, right */
  counts: number[];
  /** quiz: the first right answers, in order */
  right: { seq: number; at: number }[];
  drawn: Pick<DrawEvent, 'candidates' | 'digest' | 'secret' | 'places' | 'winners' | 'at'> | null;
}

/** The tools of a session. */
export interface Tools {
  /** oldest first, bounded */
  runs: ToolRun[];
  /** how many take comments now */
  open: number;
  /** hashes of who has won, bounded */
  won: Set<number>;
}

const mostOpen = 4;
const keptRuns = 40;
const keptWinners = 5000;

export const createTools = (): Tools => ({ runs: [], open: 0, won: new Set() });

const isTaking = (run: ToolRun): boolean => run.closedAt === null && run.setup.what !== 'countdown';

/** Applies what a person did with a tool, in place; what fits none is passed over. */
export function foldTool(
  tools: Tools,
  event: (ToolEvent | ToolCloseEvent | DrawEvent) & { seq: number },
): void {
  if (event.kind === 'tool') {
    start(tools, event);
    return;
  }
  const run = tools.runs.find(({ id }) => id === event.tool);
  if (!run) return;
  if (event.kind === 'tool-close') {
    if (run.closedAt !== null && !event.dropped) return;
    run.closedAt ??= event.at;
    run.isDropped = event.dropped === true;
    // who is to be drawn must still be known
    if (run.setup.what !== 'draw' || run.isDropped) forget(run);
  } else if (run.setup.what === 'draw' && run.closedAt !== null && !run.isDropped && run.drawn === null) {
    const { candidates, digest, secret, places, winners, at } = event;
    run.drawn = { candidates, digest, secret, places, winners, at };
    const drawn = new Set(winners);
    for (const [person, seq] of run.people) if (drawn.has(seq)) tools.won.add(person);
    for (const person of tools.won) if (tools.won.size > keptWinners) tools.won.delete(person);
    forget(run);
  }
  tools.open = tools.runs.filter(isTaking).length;
}

function start(tools: Tools, { id, seq, at, setup }: ToolEvent & { seq: number }): void {
  if (tools.runs.some((run) => run.id === id)) return;
  const counts = setup.what === 'vote' ? setup.options.map(() => 0) : setup.what === 'quiz' ? [0, 0] : [];
  tools.runs.push({
    id,
    seq,
    at,
    setup,
    closedAt: null,
    isDropped: false,
    people: new Map(),
    out: new Set(),
    count: 0,
    counts,
    right: [],
    drawn: null,
  });
  // another one would slow every comment down
  const taking = tools.runs.filter(isTaking);
  if (taking.length > mostOpen && taking[0]) {
    taking[0].closedAt = at;
    if (taking[0].setup.what !== 'draw') forget(taking[0]);
  }
  if (tools.runs.length > keptRuns) tools.runs.shift();
  tools.open = tools.runs.filter(isTaking).length;
}

function forget(run: ToolRun): void {
  run.people = new Map();
  run.out = new Set();
}

/** Lets a comment take part in what runs. Our own account never does, nor what was there before we came. */
export function hearInTools(tools: Tools, event: CommentEvent & { seq: number }): void {
  if (tools.open === 0 || event.anchor || event.backlog) return;
  const said = readSaid(event.text);
  const person = personOf(event);
  for (const run of tools.runs) if (isTaking(run)) take(run, tools.won, said, person, event);
}

function take(
  run: ToolRun,
  won: ReadonlySet<number>,
  said: Said,
  person: number,
  { seq, at }: { seq: number; at: number },
): void {
  const { setup, people } = run;
  const isAny = (words: readonly string[]) => words.some((word) => means(said, lettersOf(word)));
  if (setup.what === 'vote') {
    const meant = setup.options.flatMap(({ words }, i) => (isAny(words) ? [i] : []));
    const [option] = meant;
    const before = people.get(person);
    if (option === undefined || meant.length > 1 || (before !== undefined && setup.counts === 'first'))
      return;
    if (before !== undefined) run.counts[before]!--;
    run.counts[option]!++;
    people.set(person, option);
  } else if (setup.what === 'quiz') {
    if (people.has(person)) return;
    const isRight = isAny(setup.right);
    const isWrong = isAny(setup.wrong) || (setup.right.every(isNumeric) && isNumeric(said.bare));
    if (!isRight && !isWrong) return;
    people.set(person, isRight ? 1 : 0);
    run.counts[isRight ? 1 : 0]!++;
    if (isRight && run.right.length < setup.first) run.right.push({ seq, at });
  } else if (setup.what === 'draw') {
    if (setup.blocked.some((word) => said.letters.includes(lettersOf(word)))) {
      run.out.add(person);
      people.delete(person);
    } else if (
      !run.out.has(person) &&
      !people.has(person) &&
      !(setup.onceOnly && won.has(person)) &&
      isAny(setup.words)
    )
      people.set(person, seq);
  }
  run.count = people.size;
}

/** Who may be drawn: the seqs they entered with, in order. */
export const candidatesOf = ({ people }: ToolRun): number[] => [...people.values()];

/** 52 bits of who it was: among 100,000 people hardly ever two the same. Names count where the page has no ids. */
function personOf({ userId, nick }: CommentEvent): number {
  const who = userId ?? `@${nick}`;
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < who.length; i++) {
    const unit = who.charCodeAt(i);
    one = Math.imul(one ^ unit, 2654435761);
    other = Math.imul(other ^ unit, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return 2 ** 31 * (other & 0x1fffff) + (one >>> 1);
}
