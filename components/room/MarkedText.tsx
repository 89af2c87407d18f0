import { memo, type ReactNode, useContext } from 'react';
import type { Finding } from '../../lib/model.ts';
import type { Leak } from '../../lib/moderate/leaks.ts';
import { useText } from '../frame/use-text.ts';
import { DeskContext } from '../moderate/desk.ts';
import marks from '../moderate/marks.module.css';
import styles from './findings.module.css';

interface Props {
  /** covered where it gives somebody away, and then as long as before */
  text: string;
  findings: readonly Finding[];
  leaks?: readonly Leak[];
}

/** A text with its findings underlined where they stand; the menu on one tells why and what can be done. */
export const MarkedText = memo(function MarkedText({ text, findings, leaks = none }: Props) {
  const { findings: words, moderate } = useText();
  const open = useContext(DeskContext);
  const parts: ReactNode[] = [];
  let shown = 0;
  for (const mark of inOrder(findings, leaks)) {
    // what overlaps shares the mark of the first
    if (mark.start < shown) continue;
    parts.push(text.slice(shown, mark.start));
    const inside = text.slice(mark.start, mark.end);
    if ('kind' in mark)
      parts.push(
        <mark key={mark.start} className={marks.leak} title={moderate.masked(moderate.leaks[mark.kind])}>
          {inside}
        </mark>,
      );
    else
      parts.push(
        <mark
          key={mark.start}
          className={styles.mark}
          data-severity={mark.severity}
          title={`${words.severity[mark.severity]} · ${mark.basis}`}
          onContextMenu={
            open
              ? (event) => {
                  event.preventDefault();
                  const at = { x: event.clientX, y: event.clientY };
                  open({ text, words: inside, findings: [mark], at });
                }
              : undefined
          }
        >
          {inside}
        </mark>,
      );
    shown = mark.end;
  }
  parts.push(text.slice(shown));
  return <>{parts}</>;
});

const none: readonly Leak[] = [];

function inOrder(findings: readonly Finding[], leaks: readonly Leak[]): (Finding | Leak)[] {
  const seen = findings.filter(({ severity }) => severity !== 'S0');
  if (leaks.length === 0) return seen;
  // a finding says more than a cover does
  const apart = leaks.filter((leak) => !seen.some(({ start, end }) => start < leak.end && leak.start < end));
  return [...seen, ...apart].sort((a, b) => a.start - b.start);
}
