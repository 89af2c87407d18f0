import { formatCount } from '../../lib/i18n/format.ts';
import type { Report } from '../../lib/report/report.ts';
import { useText } from '../frame/use-text.ts';
import styles from './report.module.css';
import { Section } from './Section.tsx';
import { Suggestion } from './Suggestion.tsx';

/** Fewer than these were promised: then it must be said what is missing. */
const promised = 3;

/** What to change next time; where little can be said, why. */
export function Advice({ report }: { report: Report }) {
  const text = useText().report;
  const { suggestions, lacking } = report.advice;
  return (
    <Section title={text.advice} hint={text.adviceHint} isWide>
      {suggestions.length > 0 && (
        <ol className={styles.advice}>
          {suggestions.map((one) => (
            <li key={JSON.stringify([one.kind, one.seqs, one.weight])}>
              <Suggestion session={report.session} suggestion={one} />
            </li>
          ))}
        </ol>
      )}
      {suggestions.length < promised && (
        <>
          <p>{text.lacking(formatCount(suggestions.length))}</p>
          <ul className={styles.lacking}>
            {lacking.map(({ kind, have, need }) => (
              <li key={kind}>
                {text.kinds[kind]}：
                {kind === 'reword' && report.found === null
                  ? text.noRules
                  : have < need
                    ? text.haveOf(formatCount(have), formatCount(need))
                    : text.enoughNothing}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
