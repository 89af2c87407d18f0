import type { Report } from '../report/report.ts';
import { formatClock, formatCount, formatLength } from './format.ts';
import { tellAlarm } from './tell-alarm.ts';
import type { Text } from './zh-cn.ts';

/** A table of the report in words; the first cell of each row is its time. */
export interface Told {
  title: string;
  hint: string;
  heads: string[];
  /** columns of numbers, counted from 0 */
  numbers: number[];
  rows: {
    /** of the event to go to */
    seq: number;
    cells: string[];
    /** comments whose authors are the result */
    winners?: readonly number[];
  }[];
}

/** The plans ask that an alarm be seen to within so long (ms). */
const soon = 90_000;
/** Cards that are told of: a page of more is not read. */
const mostPrompts = 200;

/** What went wrong, and who saw to it when, how, and how soon. */
export function tellAlarms({ alarms }: Pick<Report, 'alarms'>, text: Text): Told {
  const words = text.alarm.report;
  const within = alarms.filter(({ at, takenAt }) => takenAt !== null && takenAt - at <= soon).length;
  const { at, what, why, how, took } = words.heads;
  return {
    title: words.title,
    hint: alarms.length > 0 ? words.hint(formatCount(within), formatCount(alarms.length)) : words.none,
    heads: [at, what, why, how, took],
    numbers: [4],
    rows: alarms.map((alarm) => {
      const { seq, closed, takenAt } = alarm;
      const told = tellAlarm(alarm, text);
      const length = takenAt === null ? '' : formatLength(takenAt - alarm.at);
      const isSlow = takenAt !== null && takenAt - alarm.at > soon;
      return {
        seq,
        cells: [
          formatClock(alarm.at),
          told.what,
          told.why,
          closed ? joined(text.alarm.ends[closed.how], closed.who, formatClock(closed.at)) : words.still,
          isSlow ? text.day.report.slow(length) : length,
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
    numbers: [3, 5],
    rows: tools.map((tool) => ({
      seq: tool.seq,
      cells: [
        formatClock(tool.at),
        text.tools.what[tool.setup.what],
        tool.setup.title,
        tool.setup.what === 'countdown' ? '' : formatCount(tool.drawn?.candidates ?? tool.count),
        resultOf(tool, text),
        tool.closedAt === null ? '' : formatLength(tool.closedAt - tool.at),
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
    numbers: [4],
    rows: prompts.slice(-mostPrompts).map((one) => ({
      seq: one.seq,
      cells: [
        formatClock(one.at),
        one.asked,
        one.answer || words.prompts.noAnswer,
        words.prompts.by[one.by],
        one.took === null ? '' : formatLength(one.took),
      ],
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
    numbers: [4],
    rows: slips.map(({ seq, at, text: sentence, findings, closed }) => ({
      seq,
      cells: [
        formatClock(at),
        sentence,
        findings.map(({ text: term, basis }) => `${term}（${basis}）`).join('；'),
        closed ? (closed.how === 'corrected' ? text.voice.corrected : text.voice.falseHit) : words.slips.open,
        closed ? formatLength(closed.at - at) : '',
      ],
    })),
  };
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');
