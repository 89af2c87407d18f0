import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react';
import type { Checker } from '../../lib/compliance/types.ts';
import { formatLength } from '../../lib/i18n/format.ts';
import type { Segment, ShowPlan } from '../../lib/model.ts';
import { startsOf } from '../../lib/show/clock.ts';
import { showColumns } from '../../lib/show/table.ts';
import { useText } from '../frame/use-text.ts';
import styles from '../shop/shop.module.css';
import { SegmentRow } from './SegmentRow.tsx';

interface Props {
  plan: ShowPlan;
  checker: Checker | null;
  onChange(segments: Segment[], said?: string): void;
}

const widths: Partial<Record<(typeof showColumns)[number], string | undefined>> = {
  name: styles.middle,
  part: styles.narrow,
  length: styles.narrow,
  product: styles.narrow,
  owner: styles.narrow,
  script: styles.wide,
  aim: styles.middle,
};

/** The segments as a table for the keyboard: Alt+↑↓ moves one, Ctrl+Enter adds one, ↑↓ goes from row to row. */
export function SegmentTable({ plan, checker, onChange }: Props) {
  const { show, shop, common } = useText();
  const table = useRef<HTMLTableElement>(null);
  const goal = useRef<{ row: number; column: number } | null>(null);
  const latest = useRef(plan.segments);
  latest.current = plan.segments;
  const starts = startsOf(plan);
  const minutes = plan.startsAt?.split(':').map(Number);
  const base = minutes ? (minutes[0]! * 60 + minutes[1]!) * 60 : 0;

  const put = useCallback(
    (index: number, segment: Segment) => onChange(latest.current.with(index, segment)),
    [onChange],
  );
  const copy = useCallback(
    (index: number) => onChange(latest.current.toSpliced(index + 1, 0, latest.current[index]!)),
    [onChange],
  );
  const remove = useCallback(
    (index: number) => {
      const left = latest.current.toSpliced(index, 1);
      if (left.length > 0) onChange(left, shop.removed('1'));
    },
    [onChange, shop],
  );
  const focus = useCallback(({ row, column }: { row: number; column: number }): boolean => {
    const cell = table.current?.querySelectorAll('tbody > tr')[row]?.children[column];
    const field = cell?.querySelector<HTMLElement>('textarea, select');
    field?.focus();
    return field !== null && field !== undefined;
  }, []);
  useEffect(() => {
    if (goal.current && focus(goal.current)) goal.current = null;
  }, [plan.segments, focus]);

  const press = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return;
    const cell = event.target.closest('td');
    const row = cell?.closest('tr');
    if (!cell || !row) return;
    const [at, column] = [placeOf(row), placeOf(cell)];
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    const { segments } = plan;
    if (event.altKey && by !== 0 && segments[at + by]) {
      // what is being typed is kept first
      event.target.blur();
      const now = [...latest.current];
      [now[at], now[at + by]] = [now[at + by]!, now[at]!];
      goal.current = { row: at + by, column };
      onChange(now);
    } else if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
      event.target.blur();
      goal.current = { row: at + 1, column: 1 };
      onChange(latest.current.toSpliced(at + 1, 0, { name: show.newSegment, part: 'other', length: 300 }));
    } else if (by !== 0 && !event.altKey && event.target.tagName === 'TEXTAREA') {
      if (!focus({ row: at + by, column })) return;
    } else return;
    event.preventDefault();
  };
  return (
    <table ref={table} className={styles.table} aria-label={plan.name} onKeyDown={press}>
      <thead>
        <tr>
          <th>{show.clock}</th>
          {showColumns.map((column) => (
            <th
              key={column}
              className={widths[column]}
              title={column === 'length' ? show.lengthHint : undefined}
            >
              {show.columns[column]}
            </th>
          ))}
          <th>
            <span className="only-heard">{common.delete}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {plan.segments.map((segment, index) => (
          <SegmentRow
            key={index}
            segment={segment}
            index={index}
            begins={formatLength(((base + starts[index]!) % 86_400) * 1000)}
            checker={checker}
            onChange={put}
            onCopy={copy}
            onRemove={remove}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Its place among its siblings, from 0. */
const placeOf = (element: Element): number => [...(element.parentElement?.children ?? [])].indexOf(element);
