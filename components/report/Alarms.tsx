import { formatClock, formatCount, formatLength } from '../../lib/i18n/format.ts';
import type { Report } from '../../lib/report/report.ts';
import { tellAlarm } from '../day/alarm/tell-alarm.ts';
import { useText } from '../frame/use-text.ts';
import { Section } from './Section.tsx';
import { SeqLink } from './SeqLink.tsx';
import { Table } from './Table.tsx';

/** The plans ask that an alarm be seen to within so long (ms). */
const soon = 90_000;

/** What went wrong, and who saw to it how soon. */
export function Alarms({ report }: { report: Report }) {
  const text = useText();
  const words = text.alarm.report;
  const { alarms } = report;
  const within = alarms.filter(({ at, takenAt }) => takenAt !== null && takenAt - at <= soon).length;
  return (
    <Section
      title={words.title}
      hint={alarms.length > 0 ? words.hint(formatCount(within), formatCount(alarms.length)) : words.none}
      isWide
    >
      {alarms.length > 0 && (
        <Table
          label={words.title}
          heads={[words.heads.at, words.heads.what, words.heads.why, words.heads.how, words.heads.took]}
          numbers={[4]}
          rows={alarms.map((alarm) => {
            const { id, seq, at, closed, takenAt } = alarm;
            const { what, why } = tellAlarm(alarm, text);
            const how = closed ? text.alarm.ends[closed.how] : words.still;
            return {
              key: id,
              cells: [
                <SeqLink key="at" session={report.session} seq={seq + 1}>
                  {formatClock(at)}
                </SeqLink>,
                what,
                why,
                closed?.who ? `${how} · ${closed.who}` : how,
                takenAt === null ? '' : formatLength(takenAt - at),
              ],
            };
          })}
        />
      )}
    </Section>
  );
}
