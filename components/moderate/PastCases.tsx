import { useCallback } from 'react';
import { formatDate } from '../../lib/i18n/format.ts';
import { casesLike } from '../../lib/log/cases.ts';
import type { Database, KeptCase } from '../../lib/log/database.ts';
import type { Finding } from '../../lib/model.ts';
import { useText } from '../frame/use-text.ts';
import { useWatch } from '../use-log.ts';
import styles from './desk.module.css';

const none: readonly KeptCase[] = [];

/** What people decided about the same rule before, the same words first; nothing while there is none. */
export function PastCases({
  finding: { rule, canonical },
}: {
  finding: Pick<Finding, 'rule' | 'canonical'>;
}) {
  const { moderate } = useText();
  const find = useCallback((db: Database) => casesLike(db, { rule, canonical }), [rule, canonical]);
  const { value: cases = none } = useWatch<readonly KeptCase[]>(find);
  if (cases.length === 0) return null;
  return (
    <section aria-label={moderate.cases} className={styles.cases}>
      <h3>{moderate.cases}</h3>
      <ul>
        {cases.map(({ id, at, who, text, decision, reason }) => (
          <li key={id}>
            <span>{moderate.caseBy(moderate.decisions[decision], who, formatDate(at))}</span>
            <bdi>{text}</bdi>
            <bdi>{reason}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
