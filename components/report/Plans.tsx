import { formatClock, formatLength } from '../../lib/i18n/format.ts';
import type { Report } from '../../lib/report/report.ts';
import { useText } from '../frame/use-text.ts';
import styles from './report.module.css';
import { Section } from './Section.tsx';
import { Table } from './Table.tsx';

/** Emergency plans that were carried out and what was corrected on the spot; drills in a section of their own. */
export function Plans({ report }: { report: Report }) {
  const { plans } = useText();
  const { runs, corrections } = report.plans;
  const drills = {
    runs: runs.filter(({ isDrill }) => isDrill),
    corrections: corrections.filter(({ drill }) => drill),
  };
  const real = {
    runs: runs.filter(({ isDrill }) => !isDrill),
    corrections: corrections.filter(({ drill }) => !drill),
  };
  return (
    <>
      {isAny(real) && (
        <Section title={plans.report.title} hint={plans.report.hint} isWide>
          <Carried {...real} />
        </Section>
      )}
      {isAny(drills) && (
        <Section title={plans.report.drills} hint={plans.report.drillsHint} isWide>
          <Carried {...drills} />
        </Section>
      )}
    </>
  );
}

const isAny = ({ runs, corrections }: Report['plans']): boolean => runs.length + corrections.length > 0;

function Carried({ runs, corrections }: Report['plans']) {
  const { plans } = useText();
  const text = plans.report;
  return (
    <>
      {runs.length > 0 && (
        <Table
          label={text.title}
          heads={[text.plan, text.started, plans.riskLabel, text.steps, text.took, text.result]}
          numbers={[3, 4]}
          rows={runs.map(({ id, plan, at, alarm, done, notes, closed }) => ({
            key: id,
            cells: [
              plan.name,
              `${formatClock(at)}${alarm === null ? '' : ` · ${plans.live.byAlarm}`}`,
              plans.risk(plan.risk),
              plans.live.done(String(done.filter((one) => one !== null).length), String(done.length)),
              closed ? formatLength(closed.at - at) : '',
              <>
                {closed ? plans.ends[closed.how] : text.open}
                {notes.map((note) => (
                  <p key={note.at} className={styles.hint}>
                    {formatClock(note.at)} {note.text}
                  </p>
                ))}
              </>,
            ],
          }))}
        />
      )}
      {corrections.length > 0 && (
        <Table
          label={text.corrections}
          heads={[text.said, text.corrected, text.after, text.who]}
          numbers={[2]}
          rows={corrections.map(({ seq, said, saidAt, corrected, correctedAt, who }) => ({
            key: String(seq),
            cells: [
              `${formatClock(saidAt)} ${said}`,
              `${formatClock(correctedAt)} ${corrected}`,
              formatLength(correctedAt - saidAt),
              who,
            ],
          }))}
        />
      )}
    </>
  );
}
