import type { Report } from '../report/report.ts';
import { formatClock, formatCount, formatLength } from './format.ts';
import { tellAlarm } from './tell-alarm.ts';
import type { Text } from './zh-cn.ts';

/** A table of the report in words: each row has a time, some cells, and how long something took. */
export interface Told {
  title: string;
  hint: string;
  /** of all columns, the first is the time and the last how long */
  heads: string[];
  rows: {
    /** of the event to go to */
    seq: number;
    /** ms epoch */
    at: number;
    cells: (string | number)[];
    /** comments whose authors are the result, which is the last cell */
    winners?: readonly number[];
    /** ms */
    took: number | null;
    /** longer than it should */
    isSlow?: boolean;
  }[];
}

/** The rows as they are shown: time, cells, length. */
export const shownRows = ({ rows }: Told, text: Text): string[][] =>
  rows.map(({ at, cells, took, isSlow }) => {
    const length = took === null ? '' : formatLength(took);
    return [
      formatClock(at),
      ...cells.map((cell) => (typeof cell === 'number' ? formatCount(cell) : cell)),
      isSlow ? text.day.report.slow(length) : length,
    ];
  });

/** The plans ask that an alarm be seen to within so long (ms). */
const soon = 90_000;

/** What went wrong, and who saw to it when, how, and how soon. */
export function tellAlarms({ alarms }: Pick<Report, 'alarms'>, text: Text): Told {
  const words = text.alarm.report;
  const within = alarms.filter(({ at, takenAt }) => takenAt !== null && takenAt - at <= soon).length;
  const { at, what, why, how, took } = words.heads;
  return {
    title: words.title,
    hint: alarms.length > 0 ? words.hint(formatCount(within), formatCount(alarms.length)) : words.none,
    heads: [at, what, why, how, took],
    rows: alarms.map((alarm) => {
      const { seq, closed, takenAt } = alarm;
      const told = tellAlarm(alarm, text);
      const length = takenAt === null ? null : takenAt - alarm.at;
      return {
        seq,
        at: alarm.at,
        took: length,
        isSlow: length !== null && length > soon,
        cells: [
          told.what,
          told.why,
          closed ? joined(text.alarm.ends[closed.how], closed.who, formatClock(closed.at)) : words.still,
        ],
      };
    }),
  };
}

/** Votes, quizzes, draws and countdowns, and what came of them. */
export function tellTools({ tools }: Pick<Report, 'tools'>, text: Text): Told {
  const words = text.day.report;
  const { what, title, people, result } = words.tools.heads;
  return {
    title: words.tools.title,
    hint: words.tools.hint(formatCount(tools.length)),
    heads: [words.at, what, title, people, result, words.took],
    rows: tools.map((tool) => ({
      seq: tool.seq,
      at: tool.at,
      took: tool.closedAt === null ? null : tool.closedAt - tool.at,
      cells: [
        text.tools.what[tool.setup.what],
        tool.setup.title,
        tool.setup.what === 'countdown' ? '' : (tool.drawn?.candidates ?? tool.count),
        resultOf(tool, text),
      ],
      winners: tool.drawn?.winners ?? tool.right.map(({ seq }) => seq),
    })),
  };
}

function resultOf(tool: Report['tools'][number], { tools, day }: Text): string {
  const { setup, isDropped, closedAt, counts, drawn } = tool;
  const words = day.report.tools;
  if (isDropped) return tools.dropped;
  switch (setup.what) {
    case 'countdown':
      return formatClock(setup.until);
    case 'draw':
      return drawn
        ? words.drawn(formatCount(drawn.winners.length), formatCount(drawn.candidates))
        : closedAt === null
          ? words.running
          : words.undrawn;
    case 'quiz':
      return joined(
        setup.right[0] ?? '',
        tools.right(formatCount(counts[1] ?? 0), formatCount(counts[0] ?? 0)),
        closedAt === null ? words.running : '',
      );
    case 'vote':
      return joined(
        ...setup.options
          .map(({ name }, i) => ({ name, votes: counts[i] ?? 0 }))
          .sort((a, b) => b.votes - a.votes)
          .map(({ name, votes }) => `${name} ${formatCount(votes)}`),
        closedAt === null ? words.running : '',
      );
  }
}

/** What stood before the host, by whom, and how soon it was answered. */
export function tellPrompts({ prompts }: Pick<Report, 'prompts'>, text: Text): Told {
  const words = text.day.report;
  const { asked, answer, by } = words.prompts.heads;
  const pulled = prompts.filter((one) => one.by === 'host').length;
  return {
    title: words.prompts.title,
    hint: words.prompts.hint(formatCount(prompts.length), formatCount(pulled)),
    heads: [words.at, asked, answer, by, words.took],
    rows: prompts.map((one) => ({
      seq: one.seq,
      at: one.at,
      took: one.took,
      cells: [one.asked, one.answer || words.prompts.noAnswer, words.prompts.by[one.by]],
    })),
  };
}

/** Risky words that the host said, and how soon they were put right. */
export function tellSlips({ slips }: Pick<Report, 'slips'>, text: Text): Told {
  const words = text.day.report;
  const { said, found, how } = words.slips.heads;
  const corrected = slips.filter(({ closed }) => closed?.how === 'corrected').length;
  return {
    title: words.slips.title,
    hint: words.slips.hint(formatCount(corrected), formatCount(slips.length)),
    heads: [words.at, said, found, how, words.took],
    rows: slips.map(({ seq, at, text: sentence, findings, closed }) => ({
      seq,
      at,
      took: closed && closed.at - at,
      cells: [
        sentence,
        findings.map(({ text: term, basis }) => `${term}（${basis}）`).join('；'),
        closed ? (closed.how === 'corrected' ? text.voice.corrected : text.voice.falseHit) : words.slips.open,
      ],
    })),
  };
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');
