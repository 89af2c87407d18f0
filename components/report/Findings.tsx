import { formatCount } from '../../lib/i18n/format.ts';
import type { Found } from '../../lib/report/digest.ts';
import type { Report } from '../../lib/report/report.ts';
import { useText } from '../frame/use-text.ts';
import styles from './report.module.css';
import { Section } from './Section.tsx';
import { SeqLink } from './SeqLink.tsx';
import { Table } from './Table.tsx';

const shown = 15;

/** What the rules find in our words, and apart from them in viewers'. */
export function Findings({ report }: { report: Report }) {
  const text = useText().report;
  const { found } = report;
  return (
    <Section title={text.found} hint={found ? text.foundRules(found.rules.join('、')) : undefined} isWide>
      {found === null ? (
        <p>{text.foundUnjudged}</p>
      ) : (
        <>
          <h3>{text.foundOwn}</h3>
          <FoundTable label={text.foundOwn} session={report.session} found={found.own} />
          <h3>{text.foundViewers}</h3>
          <p className={styles.hint}>{text.foundViewersHint}</p>
          <FoundTable label={text.foundViewers} session={report.session} found={found.viewers} />
        </>
      )}
    </Section>
  );
}

function FoundTable({ label, session, found }: { label: string; session: string; found: readonly Found[] }) {
  const { report: text, findings } = useText();
  if (found.length === 0) return <p>{text.foundNone}</p>;
  return (
    <>
      <Table
        label={label}
        heads={[text.term, text.count, text.basis, text.places]}
        numbers={[1]}
        rows={found.slice(0, shown).map((one) => ({
          key: `${one.rule} ${one.term}`,
          cells: [
            <span key="term" className={styles.term} data-severity={one.severity}>
              <bdi>{one.term}</bdi> {findings.severity[one.severity]}
            </span>,
            formatCount(one.count),
            `${one.basis} · ${one.rule}`,
            one.at.slice(0, 3).map(({ seq }) => <SeqLink key={seq} session={session} seq={seq} />),
          ],
        }))}
      />
      {found.length > shown && <p className={styles.hint}>{text.more(formatCount(found.length - shown))}</p>}
    </>
  );
}
