import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../frame/use-text.ts';
import styles from './replies.module.css';
import type { FillState } from './use-fill.ts';

interface Props {
  state: FillState | null;
  onUndo(): void;
  /** what else can be done with what was filled */
  children?: ReactNode;
}

/** Says how the last fill went and takes it back. */
export function FillNotice({ state, onUndo, children }: Props) {
  const text = useText();
  return (
    <div role="status" className={styles.notice} data-kind={state?.kind}>
      {state?.kind === 'filling' && text.replies.filling}
      {state?.kind === 'filled' && (
        <>
          <b>{text.replies.filled}</b>
          <Button size="compact-xs" variant="default" onClick={onUndo}>
            {text.common.undo}
          </Button>
          {children}
        </>
      )}
      {state?.kind === 'restored' && text.replies.restored}
      {state?.kind === 'changed' && text.replies.restoreChanged}
      {state?.kind === 'failed' && <b>{text.replies.failures[state.reason]}</b>}
    </div>
  );
}
