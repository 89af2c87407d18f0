import type { ExportText } from '../i18n/export.ts';
import type { CommentEvent, LoggedEvent, MetricEvent } from '../model.ts';
import type { Intent } from '../reply/types.ts';
import type { Cell, Sheet } from '../sheet/workbook.ts';
import type { AskedOnce } from './asked.ts';
import type { OwnWords } from './own-words.ts';
import type { Sense } from './readings.ts';

/** The words of a workbook: those of its own, and those of intents and severities. */
export interface SheetWords {
  sheet: ExportText['sheet'];
  intents: Record<Intent, string>;
  severity: Record<'S3' | 'S2' | 'S1' | 'S0', string>;
}

/** The sheets in their order; `rowsOf…` below give their rows. */
export const places = { comments: 0, questions: 1, replies: 2, findings: 3, metrics: 4 } as const;

const number = 'number';
const date = 'date';

/** What stands at the head of each sheet. */
export function sheetsIn({ sheet: w }: SheetWords): Sheet[] {
  const time = { title: w.time, type: date, width: 20 } as const;
  const seq = { title: w.seq, type: number, width: 9 } as const;
  const text = { title: w.text, width: 48 };
  return [
    {
      name: w.comments,
      isLarge: true,
      columns: [
        seq,
        time,
        { title: w.nick, width: 18 },
        { title: w.user, width: 16 },
        text,
        { title: w.intent, width: 8 },
        { title: w.sentiment, width: 8 },
        { title: w.anchor, width: 6 },
        { title: w.backlog, width: 10 },
        { title: w.badges, width: 14 },
        { title: w.source, width: 8 },
        { title: w.id, width: 22 },
      ],
    },
    {
      name: w.questions,
      columns: [
        text,
        { title: w.intent, width: 8 },
        { title: w.count, type: number, width: 8 },
        { title: w.askers, type: number, width: 8 },
        { title: w.firstAt, type: date, width: 20 },
        { title: w.answeredAt, type: date, width: 20 },
        { title: w.wait, type: number, width: 10 },
        { title: w.how, width: 8 },
        { title: w.id, width: 22 },
      ],
    },
    {
      name: w.replies,
      columns: [
        seq,
        time,
        { title: w.act, width: 10 },
        text,
        { title: w.question, width: 22 },
        { title: w.script, width: 14 },
        { title: w.model, width: 20 },
        { title: w.edited, width: 8 },
        { title: w.override, width: 24 },
        { title: w.rules, width: 10 },
      ],
    },
    {
      name: w.findings,
      columns: [
        seq,
        time,
        { title: w.where, width: 8 },
        text,
        { title: w.found, width: 12 },
        { title: w.canonical, width: 12 },
        { title: w.severity, width: 8 },
        { title: w.category, width: 8 },
        { title: w.rule, width: 16 },
        { title: w.basis, width: 40 },
        { title: w.exemption, width: 12 },
        { title: w.override, width: 24 },
        { title: w.rules, width: 10 },
        { title: w.judged, width: 8 },
      ],
    },
    {
      name: w.metrics,
      columns: [
        seq,
        time,
        { title: w.metric, width: 14 },
        { title: w.value, type: number, width: 14 },
        { title: w.unit, width: 8 },
      ],
    },
  ];
}

type Serial = (ms: number) => number;

export function commentRow(
  comment: CommentEvent & { seq: number },
  { intent, sentiment }: Sense,
  { sheet, intents }: SheetWords,
  serial: Serial,
): Cell[] {
  const { seq, at, nick, userId, text, anchor, backlog, badges, source, id } = comment;
  return [
    seq,
    serial(at),
    nick,
    userId ?? null,
    text,
    intents[intent],
    sheet.sentiments[sentiment],
    anchor ? sheet.yes : null,
    backlog ? sheet.yes : null,
    badges?.join(' ') ?? null,
    sheet.sources[source],
    id,
  ];
}

export function questionRow(asked: AskedOnce, { sheet, intents }: SheetWords, serial: Serial): Cell[] {
  const { id, text, intent, count, people, since, answeredAt, how } = asked;
  const isAnswered = since !== null && answeredAt !== null;
  return [
    text,
    intents[intent],
    count,
    people,
    since && serial(since),
    answeredAt && serial(answeredAt),
    isAnswered ? Math.max(0, Math.round((answeredAt - since) / 100) / 10) : null,
    how && sheet.hows[how],
    id,
  ];
}

/** What people did about questions and what was said in the room; a suggestion has a row for each of its replies. */
export function replyRows(event: LoggedEvent, { sheet }: SheetWords, serial: Serial): Cell[][] {
  const row = (
    act: keyof SheetWords['sheet']['acts'],
    text: string | null,
    more: {
      question?: string;
      script?: string;
      model?: string;
      edited?: true;
      why?: string;
      rules?: string;
    } = {},
  ): Cell[] => {
    const { question = null, script = null, model = null, edited, why = null, rules = null } = more;
    const when = serial(event.at);
    return [
      event.seq,
      when,
      sheet.acts[act],
      text,
      question,
      script,
      model,
      edited ? sheet.yes : null,
      why,
      rules,
    ];
  };
  switch (event.kind) {
    case 'suggestion':
      return event.replies.map(({ text, ...reply }) =>
        row('suggestion', text, { ...reply, question: event.question, rules: event.rules }),
      );
    case 'fill':
      return [row('fill', event.text, { ...event, ...(event.override && { why: event.override.reason }) })];
    case 'answer':
      return [row(event.how, null, { question: event.question })];
    case 'model':
      return [row('model', event.why ?? event.outcome, { question: event.question, model: event.model })];
    case 'comment':
      return event.anchor ? [row('said', event.text)] : [];
    default:
      return [];
  }
}

export const findingRows = (own: OwnWords, { sheet, severity }: SheetWords, serial: Serial): Cell[][] =>
  own.findings.map((finding) => [
    own.seq,
    serial(own.at),
    sheet.wheres[own.where],
    own.text,
    finding.text,
    finding.canonical,
    severity[finding.severity],
    finding.category,
    finding.rule,
    finding.basis,
    finding.exemption,
    own.override ?? null,
    own.rules,
    own.judged === 'never' ? null : sheet.judgements[own.judged],
  ]);

const units = {
  online: 'people',
  viewers: 'people',
  likes: 'times',
  orders: 'orders',
  sales: 'yuan',
  replyRate: 'percent',
} as const satisfies Record<MetricEvent['name'], keyof SheetWords['sheet']['units']>;

export const metricRow = (
  event: MetricEvent & { seq: number },
  { sheet }: SheetWords,
  serial: Serial,
): Cell[] => [
  event.seq,
  serial(event.at),
  sheet.names[event.name],
  // the log has it in fen
  event.name === 'sales' ? event.value / 100 : event.value,
  sheet.units[units[event.name]],
];
