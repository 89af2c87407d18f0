import { formatClock, formatLength } from '../../lib/i18n/format.ts';
import type { Report } from '../../lib/report/report.ts';
import { useText } from '../frame/use-text.ts';
import { Section } from './Section.tsx';
import { Table } from './Table.tsx';

/** Less than this is as planned (ms). */
const close = 10_000;

/** What was planned against what happened, a table for each run of show. */
export function ShowRuns({ report }: { report: Report }) {
  const { show } = useText();
  const text = show.report;
  if (report.shows.length === 0) return null;
  return (
    <Section title={text.title} hint={text.hint} isWide>
      {report.shows.map(({ name, startedAt, segments }) => (
        <Table
          key={`${startedAt} ${name}`}
          label={name}
          heads={[
            show.columns.name,
            show.columns.part,
            text.planned,
            text.actual,
            text.took,
            text.differs,
            text.comments,
          ]}
          numbers={[4, 5, 6]}
          rows={segments.map(({ segment, index, planned, at, took, again, perMinute }) => {
            const differs = took - segment.length * 1000;
            return {
              key: String(index),
              cells: [
                segment.name,
                show.parts[segment.part],
                formatClock(planned),
                at === null ? text.skipped : formatClock(at),
                `${formatLength(took)} / ${formatLength(segment.length * 1000)}${again > 0 ? ` · ${text.again(String(again))}` : ''}`,
                at === null || Math.abs(differs) < close
                  ? ''
                  : differs > 0
                    ? text.longer(formatLength(differs))
                    : text.shorter(formatLength(-differs)),
                perMinute === null ? '' : perMinute.toFixed(1),
              ],
            };
          })}
        />
      ))}
    </Section>
  );
}
