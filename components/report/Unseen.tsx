import { formatClock, formatCount, formatLength } from '../../lib/i18n/format.ts';
import type { Report } from '../../lib/report/report.ts';
import { useText } from '../frame/use-text.ts';
import styles from './report.module.css';
import { Section } from './Section.tsx';
import { SeqLink } from './SeqLink.tsx';

const shown = 20;

/** What the figures do not know. */
export function Unseen({ report }: { report: Report }) {
  const text = useText().report;
  const { away, gaps, lost, recovered, unreadable, rejected, pending, troubles } = report.unseen;
  const lines = [
    ...(gaps.length > 0 ? [text.unseenAway(formatLength(away), formatCount(gaps.length))] : []),
    ...(lost > 0 || recovered > 0 ? [text.unseenLost(formatCount(lost), formatCount(recovered))] : []),
    ...(unreadable > 0 ? [text.unseenUnreadable(formatCount(unreadable))] : []),
    ...(rejected > 0 ? [text.unseenRejected(formatCount(rejected))] : []),
    ...(pending > 0 ? [text.unseenPending(formatCount(pending))] : []),
  ];
  const spans = [
    ...gaps.map(({ seq, from, to, reason }) => ({ seq, from, to, what: text.gapReasons[reason] })),
    ...troubles.map(({ seq, from, to, trouble }) => ({ seq, from, to, what: text.troubles[trouble] })),
  ].sort((a, b) => a.from - b.from);
  return (
    <Section title={text.unseen}>
      <ul className={styles.lines}>
        {lines.length === 0 && <li>{text.unseenNone}</li>}
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {spans.slice(0, shown).map(({ seq, from, to, what }) => (
          <li key={`${seq} ${what}`}>
            <SeqLink session={report.session} seq={seq}>
              {`${formatClock(from)}–${to === null ? '' : formatClock(to)}`}
            </SeqLink>{' '}
            {what}
          </li>
        ))}
        {spans.length > shown && <li>{text.more(formatCount(spans.length - shown))}</li>}
        <li className={styles.hint}>{text.unseenOnly}</li>
        <li className={styles.hint}>{text.unseenSpoken}</li>
      </ul>
    </Section>
  );
}
