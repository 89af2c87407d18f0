import { ActionIcon, Button } from '@mantine/core';
import { Fragment, type ReactNode, useState } from 'react';
import { formatCount } from '../../lib/i18n/format.ts';
import { Icon, type IconName } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import styles from './shop.module.css';

interface Column {
  name: string;
  width?: 'wide' | 'middle' | 'narrow';
  hint?: string | undefined;
}

interface Props<Row> {
  label: string;
  columns: readonly Column[];
  rows: readonly Row[];
  /** rows drawn at once: a select each and the page is slow */
  step: number;
  /** one row: a `tr` with a cell for each column and its acts */
  draw(row: Row): ReactNode;
}

/** A table whose cells are typed in or chosen, some rows of it at a time. */
export function EditTable<Row extends { id: string }>({ label, columns, rows, step, draw }: Props<Row>) {
  const { shop, common } = useText();
  const [shown, setShown] = useState(step);
  return (
    <>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ name, width, hint }) => (
              <th key={name} className={width && styles[width]} title={hint}>
                {name}
              </th>
            ))}
            <th>
              <span className="only-heard">{common.delete}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <Fragment key={row.id}>{draw(row)}</Fragment>
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <Button size="xs" variant="default" mt="sm" onClick={() => setShown(shown + step)}>
          {shop.more(formatCount(Math.min(step, rows.length - shown)))}
        </Button>
      )}
    </>
  );
}

interface RowActProps {
  icon: IconName;
  /** what it does, and the row it does it to */
  act: string;
  name: string;
  onClick(): void;
}

/** A small button at the end of a row. */
export function RowAct({ icon, act, name, onClick }: RowActProps) {
  return (
    <ActionIcon
      size="sm"
      variant="subtle"
      color="gray"
      title={act}
      aria-label={`${act} ${name}`}
      onClick={onClick}
    >
      <Icon name={icon} />
    </ActionIcon>
  );
}
