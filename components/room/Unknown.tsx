import { Button } from '@mantine/core';
import { useText } from '../frame/use-text.ts';
import { KeyHint } from './KeyHint.tsx';
import styles from './replies.module.css';

export interface UnknownProps {
  /** hands the question on, and notes it as a gap; absent once that is done */
  onHand?: (() => void) | undefined;
  onLack?: (() => void) | undefined;
}

/** Nobody in the library knows: says so, and offers what helps. */
export function Unknown({ onHand, onLack }: UnknownProps) {
  const text = useText();
  return (
    <>
      <p className={styles.unknown}>{text.board.unknown}</p>
      {(onHand || onLack) && (
        <div className={styles.act}>
          {onHand && (
            <Button size="compact-sm" variant="default" title={text.board.handHint} onClick={onHand}>
              {text.board.hand} <KeyHint act="hand" />
            </Button>
          )}
          {onLack && (
            <Button size="compact-sm" variant="default" title={text.board.lackHint} onClick={onLack}>
              {text.board.lack} <KeyHint act="lack" />
            </Button>
          )}
        </div>
      )}
    </>
  );
}
