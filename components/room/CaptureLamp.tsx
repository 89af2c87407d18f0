import { memo } from 'react';
import type { Pulse } from '../../lib/model.ts';
import { useText } from '../frame/use-text.ts';
import { waySentence } from '../health/rows.ts';
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

interface TroubleProps extends Pick<CaptureState, 'trouble'> {
  /** tells what capture falls back to */
  pulse?: Pulse | undefined;
  onDetails?: (() => void) | undefined;
}

/** What is wrong with capture, what it goes by meanwhile, and what to do about it. */
export const CaptureTrouble = memo(function CaptureTrouble({ trouble, pulse, onDetails }: TroubleProps) {
  const text = useText();
  if (!trouble) return null;
  const { what, next } = trouble === 'away' ? text.away : text.troubles[trouble];
  const way = breaking.includes(trouble) ? waySentence(text.health, pulse) : null;
  return (
    <div className={styles.trouble} role="status">
      <b>{what}</b>
      <span>
        {way && `${way}${/[.;]$/.test(way) ? ' ' : ''}`}
        {next}{' '}
        {onDetails && (
          <button type="button" className={styles.link} onClick={onDetails}>
            {text.capture.details}
          </button>
        )}
      </span>
    </div>
  );
});

/** Troubles that take one of the two ways away. */
const breaking: readonly string[] = [
  'feed-silent',
  'rows-unreadable',
  'feed-unreadable',
  'page-unreadable',
  'hook-missing',
];
