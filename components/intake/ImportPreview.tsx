import { formatCount } from '../../lib/i18n/format.ts';
import type { Row } from '../../lib/lists/merge-list.ts';
import { useText } from '../frame/use-text.ts';
import styles from './intake.module.css';
import type { Preview } from './tasks.ts';

/** What an import would change, and which of its lines cannot be read. */
export function ImportPreview({ preview }: { preview: Preview }) {
  const text = useText();
  const words = text.intake;
  const { counts, rows, faults, faulty, repeated } = preview;
  const [added, changed, removed, same] = (['added', 'changed', 'removed', 'same'] as const).map((state) =>
    formatCount(counts[state]),
  ) as [string, string, string, string];
  const hidden = faulty + repeated - faults.length;
  return (
    <>
      <p className={styles.sum} role="status">
        {words.counts(added, changed, removed, same)}
        {repeated > 0 && <span className={styles.aside}> {words.repeated(formatCount(repeated))}</span>}
      </p>
      {faults.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <ul className={styles.rows} aria-label={words.faultList} tabIndex={0}>
          {faults.map((fault, i) => (
            <li key={`${fault.line}:${i}`}>
              <span className={styles.tag}>{words.line(formatCount(fault.line))}</span>
              <bdi>{fault.text}</bdi>
              <span className={fault.reason === 'duplicate' ? styles.aside : styles.trouble}>
                {words.faults[fault.reason]}
              </span>
            </li>
          ))}
          {hidden > 0 && <li>{words.more(formatCount(hidden))}</li>}
        </ul>
      )}
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <ul className={styles.rows} aria-label={words.changes} tabIndex={0}>
          {rows.map((row, i) => (
            <li key={`${row.state}:${i}`}>
              <span className={styles.tag}>{words.states[row.state]}</span>
              <bdi>{(row.after ?? row.before)?.text}</bdi>
              <span className={styles.aside}>{about(row)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );

  /** Its severity and basis; both severities when that is what changes. */
  function about({ isAllow, before, after }: Row): string {
    if (isAllow) return words.allow;
    const levelOf = (one: Row['before']) => (one ? text.findings.severity[one.severity] : '');
    const level =
      before && after && before.severity !== after.severity
        ? `${levelOf(before)} → ${levelOf(after)}`
        : levelOf(after ?? before);
    return [level, (after ?? before)?.basis].filter(Boolean).join(' · ');
  }
}
