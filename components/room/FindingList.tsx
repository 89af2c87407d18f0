import { useContext } from 'react';
import { isBlocking } from '../../lib/compliance/types.ts';
import type { Finding } from '../../lib/model.ts';
import { Icon, type IconName } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import { belowOf, DeskContext } from '../moderate/desk.ts';
import { EngineContext } from '../use-engine.ts';
import styles from './findings.module.css';

const severityIcons: Record<Finding['severity'], IconName> = {
  S3: 'banned',
  S2: 'high',
  S1: 'proof',
  S0: 'exempt',
};

/** Icon, word and colour: a level is never told by colour alone. */
export function Severity({ level }: { level: Finding['severity'] }) {
  const text = useText();
  return (
    <span className={styles.severity} data-severity={level}>
      <Icon name={severityIcons[level]} size={13} />
      {text.findings.severity[level]}
    </span>
  );
}

/** Says that a text was checked and nothing in it blocks. */
export function Passed({ label }: { label: string }) {
  return (
    <span className={styles.passed}>
      <Icon name="passed" size={13} />
      {label}
    </span>
  );
}

interface Props {
  findings: readonly Finding[];
  /** the sentence they were found in; with it each can be asked why and called wrong */
  sentence?: string;
  /** offered where the text can still be changed */
  onTake?: (finding: Finding, rewrite: string) => void;
  /** exempted ones too, with the reason */
  showExempt?: boolean;
}

/** What was found, a line each: level, words, basis, and how to say it instead. */
export function FindingList({ findings, sentence, onTake, showExempt = false }: Props) {
  const text = useText();
  const engine = useContext(EngineContext);
  const open = useContext(DeskContext);
  const shown = showExempt ? findings : findings.filter((finding) => finding.severity !== 'S0');
  return (
    <ul className={styles.list}>
      {shown.map((finding) => (
        <li key={`${finding.start}:${finding.rule}`} className={styles.finding}>
          <div className={styles.what}>
            <Severity level={finding.severity} />
            <q className={styles.quote}>{finding.text}</q>
            {finding.evasion && (
              <span className={styles.aside}>
                {text.findings.evasion} = {finding.canonical}
              </span>
            )}
            <span>{engine?.categoryName(finding.category)}</span>
            <span className={styles.basis}>{finding.basis}</span>
            {finding.exemption && (
              <span className={styles.aside}>
                {text.findings.exempt} {finding.reason ?? finding.exemption}
              </span>
            )}
            {open && sentence !== undefined && (
              <button
                type="button"
                className={styles.ask}
                aria-label={`${text.moderate.why} ${finding.text}`}
                aria-haspopup="dialog"
                onClick={(event) =>
                  open({
                    text: sentence,
                    words: finding.text,
                    findings: [finding],
                    at: belowOf(event.currentTarget),
                  })
                }
              >
                {text.moderate.why}
              </button>
            )}
          </div>
          {finding.rewrites.length > 0 && (isBlocking(finding) || finding.severity === 'S1') && (
            <div className={styles.rewrites}>
              <span className={styles.aside}>{text.findings.instead}</span>
              {finding.rewrites.slice(0, 3).map((rewrite) =>
                onTake ? (
                  <button
                    key={rewrite}
                    type="button"
                    className={styles.rewrite}
                    aria-label={text.findings.take(rewrite)}
                    onClick={() => onTake(finding, rewrite)}
                  >
                    {rewrite}
                  </button>
                ) : (
                  <span key={rewrite} className={styles.wording}>
                    {rewrite}
                  </span>
                ),
              )}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
