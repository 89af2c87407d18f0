import { useMemo } from 'react';
import { formatCount, formatShare } from '../../lib/i18n/format.ts';
import type { Report } from '../../lib/report/report.ts';
import { enough, spreadOf } from '../../lib/report/statistics.ts';
import { useText } from '../frame/use-text.ts';
import { Chart, type Line } from './Chart.tsx';
import { formatMinute, formatWait } from './format.ts';
import { Section } from './Section.tsx';
import { TableBehind } from './Table.tsx';

const countOf = (value: number) => (Number.isInteger(value) ? formatCount(value) : '');
const shareOf = (value: number) => formatShare(value);

/** Comments, waits and mood over time, each with its figures in a table. */
export function Charts({ report }: { report: Report }) {
  return (
    <>
      <Minutes minutes={report.minutes} />
      <Waits blocks={report.blocks} />
      <Mood blocks={report.blocks} />
    </>
  );
}

function Minutes({ minutes }: Pick<Report, 'minutes'>) {
  const text = useText().report;
  const at = useMemo(() => minutes.map((one) => one.at), [minutes]);
  const lines = useMemo((): Line[] => {
    const online = minutes.map((one) => one.online?.value ?? null);
    return [
      {
        label: text.commentsLine,
        values: minutes.map(({ comments }) => comments),
        color: '--accent',
        isFilled: true,
      },
      { label: text.questionsLine, values: minutes.map(({ questions }) => questions), color: '--age-amber' },
      ...(online.some((value) => value !== null)
        ? [{ label: text.onlineLine, values: online, color: '--ink-2', isApart: true }]
        : []),
    ];
  }, [minutes, text]);
  return (
    <Section title={text.minutes} isWide>
      <Chart label={text.minutes} at={at} lines={lines} format={countOf} />
      <TableBehind
        label={text.minutes}
        heads={[text.time, text.commentsLine, text.questionsLine]}
        numbers={[1, 2]}
        rows={minutes.map((one) => ({
          key: String(one.at),
          cells: [formatMinute(one.at), formatCount(one.comments), formatCount(one.questions)],
        }))}
      />
    </Section>
  );
}

function Waits({ blocks }: Pick<Report, 'blocks'>) {
  const text = useText().report;
  const at = useMemo(() => blocks.map((one) => one.at), [blocks]);
  const spreads = useMemo(() => blocks.map(({ waits }) => spreadOf(waits)), [blocks]);
  const lines = useMemo(
    (): Line[] => [{ label: text.waitsLine, values: spreads.map(({ median }) => median), color: '--accent' }],
    [spreads, text],
  );
  const isEmpty = spreads.every(({ median }) => median === null);
  return (
    <Section title={text.waits} hint={text.waitsHint}>
      {isEmpty ? (
        <p>{text.tooFew}</p>
      ) : (
        <Chart label={text.waits} at={at} lines={lines} format={formatWait} />
      )}
      <TableBehind
        label={text.waits}
        heads={[text.time, text.answers, text.waitsLine]}
        numbers={[1, 2]}
        rows={blocks.map((one, i) => {
          const { n, median } = spreads[i]!;
          return {
            key: String(one.at),
            cells: [formatMinute(one.at), formatCount(n), median === null ? text.tooFew : formatWait(median)],
          };
        })}
      />
    </Section>
  );
}

function Mood({ blocks }: Pick<Report, 'blocks'>) {
  const text = useText().report;
  const at = useMemo(() => blocks.map((one) => one.at), [blocks]);
  const lines = useMemo((): Line[] => {
    const share = (of: 'positive' | 'negative') =>
      blocks.map((one) => (one.comments < enough.share ? null : one[of] / one.comments));
    return [
      { label: text.positive, values: share('positive'), color: '--pass' },
      { label: text.negative, values: share('negative'), color: '--age-red' },
    ];
  }, [blocks, text]);
  const isEmpty = lines.every(({ values }) => values.every((value) => value === null));
  return (
    <Section title={text.sentiment} hint={text.sentimentHint}>
      {isEmpty ? (
        <p>{text.tooFew}</p>
      ) : (
        <Chart label={text.sentiment} at={at} lines={lines} format={shareOf} />
      )}
      <TableBehind
        label={text.sentiment}
        heads={[text.time, text.commentsLine, text.positive, text.negative]}
        numbers={[1, 2, 3]}
        rows={blocks.map((one) => ({
          key: String(one.at),
          cells: [
            formatMinute(one.at),
            formatCount(one.comments),
            formatCount(one.positive),
            formatCount(one.negative),
          ],
        }))}
      />
    </Section>
  );
}
