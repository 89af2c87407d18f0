import { Button } from '@mantine/core';
import { useText } from '../frame/use-text.ts';
import styles from './shop.module.css';
import type { Done } from './use-table.ts';

/** Says what was done last and takes it back. */
export function DoneLine({ done }: { done: Done | null }) {
  const text = useText();
  return (
    <div role="status" className={styles.done}>
      {done?.said}
      {done?.undo && (
        <Button size="compact-xs" variant="default" onClick={() => void done.undo?.()}>
          {text.common.undo}
        </Button>
      )}
    </div>
  );
}
