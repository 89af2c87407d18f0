import { Button } from '@mantine/core';
import type { Session } from '../../lib/model.ts';
import { addressOf } from '../console/use-route.ts';
import { useText } from '../frame/use-text.ts';
import styles from './report.module.css';

/** After a broadcast: its report is one click away. */
export function ReportOffer({ session, onOpen }: { session: Session; onOpen(address: string): void }) {
  const text = useText().report;
  return (
    <div className={styles.offer} role="status">
      <span>{text.offered}</span>
      <Button size="compact-xs" onClick={() => onOpen(addressOf('report', session.id))}>
        {text.toReport}
      </Button>
    </div>
  );
}
