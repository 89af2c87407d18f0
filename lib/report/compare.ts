import type { PlatformId } from '../model.ts';
import type { Report } from './report.ts';
import type { ScriptFigures } from './script-figures.ts';
import { compareParts, type Difference, type Part, type Spread, spreadOf } from './statistics.ts';

/** Sessions that stand in one column: one, or those of a week or month. */
export interface Column {
  key: string;
  /** ms epoch of the first one's begin */
  from: number;
  sessions: number;
  platforms: PlatformId[];
  /** ms that the sessions lasted together, and of them, in which nothing could be seen */
  length: number;
  away: number;
  /** events not worked up yet */
  pending: number;
  rules: string[];
  counts: { comments: number; people: number; asked: number; own: number; findings: number | null };
  /** a minute, while something could be seen */
  perMinute: number | null;
  waits: Spread;
  shares: Record<Share, Part>;
}

/** What columns are compared by: each a share with its counts. */
export const shares = [
  'first',
  'immediate',
  'deferred',
  'accepted',
  'positive',
  'negative',
  'interaction',
] as const;
export type Share = (typeof shares)[number];

/** Why two columns do not quite compare. */
export type Caveat = 'platforms' | 'unseen' | 'lengths' | 'rules' | 'pending';

export type Grouping = 'session' | 'week' | 'month';

/** Puts sessions into columns, the oldest first. Weeks begin on Monday; both go by this machine's clock. */
export function columnsOf(reports: readonly Report[], by: Grouping): Column[] {
  const groups = new Map<string, Report[]>();
  for (const report of [...reports].sort((a, b) => a.from - b.from)) {
    const key =
      by === 'session' ? report.session : by === 'week' ? weekOf(report.from) : monthOf(report.from);
    groups.set(key, [...(groups.get(key) ?? []), report]);
  }
  return [...groups].map(([key, group]) => columnOf(key, group));
}

function columnOf(key: string, reports: readonly Report[]): Column {
  const sum = (read: (report: Report) => number): number => reports.reduce((all, one) => all + read(one), 0);
  const parts = (read: (report: Report) => Part | null): Part => ({
    part: sum((report) => read(report)?.part ?? 0),
    of: sum((report) => read(report)?.of ?? 0),
  });
  const length = sum(({ from, until }) => until - from);
  const away = sum(({ unseen }) => unseen.away);
  const comments = sum((report) => report.comments);
  const isJudged = reports.every(({ found }) => found !== null);
  const seen = (length - away) / 60_000;
  return {
    key,
    from: Math.min(...reports.map(({ from }) => from)),
    sessions: reports.length,
    platforms: [...new Set(reports.map(({ platform }) => platform))],
    length,
    away,
    pending: sum(({ unseen }) => unseen.pending),
    rules: [...new Set(reports.flatMap(({ found }) => found?.rules ?? []))],
    counts: {
      comments,
      people: sum(({ people }) => people),
      asked: sum(({ answers }) => answers.asked - answers.dismissed),
      own: sum(({ own }) => own),
      findings: isJudged
        ? sum(({ found }) => (found?.own ?? []).reduce((all, { count }) => all + count, 0))
        : null,
    },
    perMinute: seen >= 1 ? comments / seen : null,
    waits: spreadOf(reports.flatMap(({ blocks }) => blocks.flatMap(({ waits }) => waits))),
    shares: {
      first: parts(({ answers }) => answers.within.first),
      immediate: parts(({ answers }) => answers.within.immediate),
      deferred: parts(({ answers }) => answers.within.deferred),
      accepted: parts(({ scripts }) => acceptanceOf(scripts)),
      positive: parts(({ sentiment }) => ({ part: sentiment.positive, of: sentiment.of })),
      negative: parts(({ sentiment }) => ({ part: sentiment.negative, of: sentiment.of })),
      interaction: parts(({ interaction }) => interaction),
    },
  };
}

/** Of all that scripts were offered for, how often one was taken. */
const acceptanceOf = (scripts: readonly ScriptFigures[]): Part => ({
  part: scripts.reduce((all, { accepted }) => all + accepted.part, 0),
  of: scripts.reduce((all, { accepted }) => all + accepted.of, 0),
});

/** So many events may always be waiting to be worked up: the page tells of itself on after the end. */
const tail = 100;

/** What stands between two columns and a fair comparison. */
export function caveatsOf(a: Column, b: Column): Caveat[] {
  const [short, long] = [a.length, b.length].sort((x, y) => x - y) as [number, number];
  const isAway = (column: Column) => column.away > 0.05 * column.length;
  const checks: [Caveat, boolean][] = [
    ['platforms', a.platforms.join() !== b.platforms.join()],
    ['unseen', isAway(a) || isAway(b)],
    ['lengths', a.sessions === 1 && b.sessions === 1 && long > 2 * short],
    ['rules', a.rules.join() !== b.rules.join()],
    ['pending', Math.max(a.pending, b.pending) > tail],
  ];
  return checks.flatMap(([caveat, holds]) => (holds ? [caveat] : []));
}

/** How a share changed from one column to the next; null where there are too few to say. */
export const changeOf = (before: Column, after: Column, share: Share): Difference | null =>
  compareParts(after.shares[share], before.shares[share]);

/** A script over several sessions. */
export function poolScript(reports: readonly Report[], id: string): ScriptFigures | null {
  const found = reports.flatMap(({ scripts }) => scripts.filter((one) => one.id === id));
  const [first] = found;
  if (!first) return null;
  const sum = (read: (one: ScriptFigures) => number): number =>
    found.reduce((all, one) => all + read(one), 0);
  return {
    ...first,
    shown: sum(({ shown }) => shown),
    accepted: { part: sum(({ accepted }) => accepted.part), of: sum(({ accepted }) => accepted.of) },
    filled: sum(({ filled }) => filled),
    edited: sum(({ edited }) => edited),
    sentAsIs: sum(({ sentAsIs }) => sentAsIs),
    sentChanged: sum(({ sentChanged }) => sentChanged),
    askedAgain: {
      part: sum(({ askedAgain }) => askedAgain.part),
      of: sum(({ askedAgain }) => askedAgain.of),
    },
    wordings: found.flatMap(({ wordings }) => wordings),
  };
}

function weekOf(at: number): string {
  const day = new Date(at);
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() - ((day.getDay() + 6) % 7));
  return dayOf(day);
}

const monthOf = (at: number): string => dayOf(new Date(at)).slice(0, 7);

const dayOf = (day: Date): string =>
  `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
