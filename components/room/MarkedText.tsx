import { memo, type ReactNode } from 'react';
import type { Finding } from '../../lib/model.ts';
import { useText } from '../frame/use-text.ts';
import styles from './findings.module.css';

/** A text with its findings underlined where they stand. */
export const MarkedText = memo(function MarkedText({
  text,
  findings,
}: {
  text: string;
  findings: readonly Finding[];
}) {
  const { severity } = useText().findings;
  const parts: ReactNode[] = [];
  let shown = 0;
  for (const finding of findings) {
    // overlapping findings share the mark of the first
    if (finding.severity === 'S0' || finding.start < shown) continue;
    parts.push(text.slice(shown, finding.start));
    parts.push(
      <mark
        key={finding.start}
        className={styles.mark}
        data-severity={finding.severity}
        title={`${severity[finding.severity]} · ${finding.basis}`}
      >
        {text.slice(finding.start, finding.end)}
      </mark>,
    );
    shown = finding.end;
  }
  parts.push(text.slice(shown));
  return <>{parts}</>;
});
