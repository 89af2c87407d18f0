import type { ReactNode } from 'react';
import { formatCount } from '../../lib/i18n/format.ts';
import { isGrave } from '../../lib/shop/inspect.ts';
import type { Planned } from '../../lib/shop/plan.ts';
import { useText } from '../frame/use-text.ts';
import { Issues } from '../scripts/Issues.tsx';
import styles from './shop.module.css';

const shownAtMost = 300;
/** What needs a look comes first. */
const order = { wrong: 0, new: 1, changed: 2, same: 3 } as const;

/** What becomes of each line: wrong ones first, with the reason. */
export function PlanList<Row>({
  planned,
  show,
}: {
  planned: readonly Planned<Row>[];
  show(row: Row): ReactNode;
}) {
  const { shop } = useText();
  const text = shop.import;
  const count = (state: Planned<Row>['state']) =>
    formatCount(planned.filter((one) => one.state === state).length);
  const sorted = [...planned].sort((a, b) => order[a.state] - order[b.state] || a.line - b.line);
  return (
    <>
      <p role="status">{text.summary(count('new'), count('changed'), count('same'), count('wrong'))}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <ul className={`${styles.lines} ${styles.plan}`} aria-label={text.preview} tabIndex={0}>
        {sorted.slice(0, shownAtMost).map((one, index) => (
          <li key={`${one.line}:${index}`}>
            <span className={styles.tag} data-state={one.state}>
              {text.states[one.state]}
            </span>
            <span className={styles.aside}>{text.line(one.line)}</span>
            {one.state === 'wrong' ? (
              <>
                <bdi>{one.shown}</bdi>
                <b>{text.problems[one.problem]}</b>
              </>
            ) : (
              <>
                <bdi>{show(one.row)}</bdi>
                {one.issues.some(isGrave) && <Issues issues={one.issues} />}
              </>
            )}
          </li>
        ))}
        {sorted.length > shownAtMost && <li>{text.rest(formatCount(sorted.length - shownAtMost))}</li>}
      </ul>
    </>
  );
}
