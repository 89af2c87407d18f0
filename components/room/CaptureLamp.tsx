import { memo } from 'react';
import { useText } from '../frame/use-text.ts';
import type { CaptureState } from './capture-state.ts';
import styles from './room.module.css';

/** Is it listening? A shape and a word; colour is kept for risk. */
export const CaptureLamp = memo(function CaptureLamp({ kind }: CaptureState) {
  const text = useText();
  return (
    <span className={styles.lamp} data-kind={kind}>
      <i aria-hidden="true" />
      {text.capture[kind]}
    </span>
  );
});

/** What is wrong with capture and what to do about it. */
export const CaptureTrouble = memo(function CaptureTrouble({ trouble }: Pick<CaptureState, 'trouble'>) {
  const text = useText();
  if (!trouble) return null;
  const { what, next } = trouble === 'away' ? text.away : text.troubles[trouble];
  return (
    <div className={styles.trouble} role="status">
      <b>{what}</b>
      <span>{next}</span>
    </div>
  );
});
