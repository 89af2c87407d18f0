import { formatClock, formatLength } from '../i18n/format.ts';
import { shownRows, type Told, tellAlarms, tellPrompts, tellSlips, tellTools } from '../i18n/tell-report.ts';
import type { Text } from '../i18n/zh-cn.ts';
import type { Report } from '../report/report.ts';
import { section, table } from './markup.ts';

/**
 * The run of show against what happened, alarms, emergency plans and corrections, drills in a section of their own; what
 * the host said and was shown, and tools without the names of who won.
 */
export function daySections(report: Report, text: Text): string[] {
  const { report: words } = text.plans;
  const { runs, corrections } = report.plans;
  const carried = (isDrill: boolean) =>
    plans(
      runs.filter((run) => run.isDrill === isDrill),
      text,
    ) +
    corrected(
      corrections.filter(({ drill = false }) => drill === isDrill),
      text,
    );
  return [
    section(
      text.show.report.title,
      report.shows.map((show) => segments(show, text)).join(''),
      text.show.report.hint,
    ),
    told(tellAlarms(report, text), text),
    section(words.title, carried(false), words.hint),
    section(words.drills, carried(true), words.drillsHint),
    told(tellSlips(report, text), text),
    told(tellPrompts(report, text), text),
    told(tellTools(report, text), text),
  ];
}

const told = (all: Told, text: Text): string =>
  section(all.title, table(all.heads, shownRows(all, text), all.heads.length - 1), all.hint);

const segments = (
  { segments: all }: Report['shows'][number],
  { show: { columns, report: words } }: Text,
): string =>
  table(
    [columns.name, words.planned, words.actual, words.took],
    all.map(({ segment, planned, at, took }) => [
      segment.name,
      formatClock(planned),
      at === null ? words.skipped : formatClock(at),
      `${formatLength(took)} / ${formatLength(segment.length * 1000)}`,
    ]),
    3,
  );

const plans = (runs: Report['plans']['runs'], { plans: words }: Text): string =>
  table(
    [words.report.plan, words.report.started, words.report.steps, words.report.result, words.report.took],
    runs.map(({ plan, at, done, notes, closed }) => [
      plan.name,
      formatClock(at),
      words.live.done(String(done.filter((one) => one !== null).length), String(done.length)),
      [
        closed ? words.ends[closed.how] : words.report.open,
        ...notes.map((note) => `${formatClock(note.at)} ${note.text}`),
      ].join(' · '),
      closed ? formatLength(closed.at - at) : '',
    ]),
    4,
  );

const corrected = (all: Report['plans']['corrections'], { plans: { report: words } }: Text): string =>
  table(
    [words.said, words.corrected, words.who, words.after],
    all.map(({ said, saidAt, corrected: now, correctedAt, who }) => [
      `${formatClock(saidAt)} ${said}`,
      `${formatClock(correctedAt)} ${now}`,
      who,
      formatLength(correctedAt - saidAt),
    ]),
    3,
  );
