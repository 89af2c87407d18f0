import { type Told, tellAlarms, tellPrompts, tellSlips, tellTools } from '../i18n/tell-report.ts';
import type { Text } from '../i18n/zh-cn.ts';
import type { Cell, Sheet } from '../sheet/workbook.ts';
import type { Day } from './day.ts';

/** A sheet of the day with its rows. */
export interface DaySheet {
  sheet: Sheet;
  rows: { at: number | null; cells: Cell[] }[];
}

type Serial = (ms: number) => number;

/** Alarms, the run of show, plans, tools, what the host said and was shown: a sheet each, in this order. */
export function daySheets(day: Day, text: Text, serial: Serial): DaySheet[] {
  const words = text.export.sheet;
  const told = (all: Told): DaySheet => ({
    sheet: {
      name: all.title,
      columns: [
        { title: words.seq, type: 'number', width: 9 },
        { title: words.time, type: 'date', width: 20 },
        ...all.heads.slice(1, -1).map((title) => ({ title, width: 24 })),
        { title: words.seconds, type: 'number', width: 9 },
      ],
    },
    rows: all.rows.map(({ seq, at, cells, took }) => ({
      at,
      cells: [seq, serial(at), ...cells, took === null ? null : Math.round(took / 100) / 10],
    })),
  });
  return [
    told(tellAlarms(day, text)),
    segments(day, text, serial),
    plans(day, text, serial),
    told(tellTools(day, text)),
    told(tellSlips(day, text)),
    told(tellPrompts(day, text)),
  ];
}

function segments({ shows }: Day, text: Text, serial: Serial): DaySheet {
  const { columns, parts, report } = text.show;
  const { seconds, plannedSeconds } = text.export.sheet;
  return {
    sheet: {
      name: text.show.title,
      columns: [
        { title: text.show.title, width: 18 },
        { title: columns.name, width: 18 },
        { title: columns.part, width: 10 },
        { title: columns.product, width: 18 },
        { title: columns.owner, width: 10 },
        { title: report.planned, type: 'date', width: 20 },
        { title: report.actual, type: 'date', width: 20 },
        { title: plannedSeconds, type: 'number', width: 10 },
        { title: seconds, type: 'number', width: 10 },
      ],
    },
    rows: shows.flatMap(({ name, segments: all }) =>
      all.map(({ segment, planned, at, took }) => ({
        at: at ?? planned,
        cells: [
          name,
          segment.name,
          parts[segment.part],
          segment.product ?? null,
          segment.owner ?? null,
          serial(planned),
          at === null ? report.skipped : serial(at),
          segment.length,
          Math.round(took / 1000),
        ],
      })),
    ),
  };
}

/** A row for everything that was done in a plan, and for what was left undone. */
function plans({ plans: { runs, corrections } }: Day, text: Text, serial: Serial): DaySheet {
  const { plans: words } = text;
  const { time, act, notDone, seconds } = text.export.sheet;
  const row = (at: number | null, isDrill: boolean, ...cells: Cell[]) => ({
    at,
    cells: [at === null ? null : serial(at), isDrill ? words.drill : null, ...cells],
  });
  const ofRuns = runs.flatMap(({ plan, at, isDrill, done, notes, closed }) => [
    row(at, isDrill, plan.name, words.acts.plan, plan.say, plan.owner || null, null),
    ...plan.steps.map((step, i) => {
      const doneAt = done[i] ?? null;
      const what = doneAt === null ? notDone : words.acts.step;
      return row(
        doneAt,
        isDrill,
        plan.name,
        what,
        step.text,
        step.owner ?? null,
        doneAt && (doneAt - at) / 1000,
      );
    }),
    ...notes.map((note) => row(note.at, isDrill, plan.name, words.acts.note, note.text, null, null)),
    ...(closed
      ? [row(closed.at, isDrill, plan.name, words.ends[closed.how], null, null, (closed.at - at) / 1000)]
      : []),
  ]);
  const ofCorrections = corrections.map(({ said, saidAt, corrected, correctedAt, who, drill = false }) =>
    row(
      correctedAt,
      drill,
      null,
      words.acts.correction,
      `${said} → ${corrected}`,
      who || null,
      (correctedAt - saidAt) / 1000,
    ),
  );
  return {
    sheet: {
      name: words.title,
      columns: [
        { title: time, type: 'date', width: 20 },
        { title: words.drill, width: 8 },
        { title: words.title, width: 18 },
        { title: act, width: 12 },
        { title: text.export.sheet.text, width: 48 },
        { title: words.report.who, width: 12 },
        { title: seconds, type: 'number', width: 9 },
      ],
    },
    rows: [...ofRuns, ...ofCorrections],
  };
}
