import { Button, Progress } from '@mantine/core';
import { formatShare } from '../../lib/i18n/format.ts';
import { useText } from '../frame/use-text.ts';
import styles from './storage.module.css';
import type { TaskState } from './use-task.ts';

interface Props {
  state: TaskState<unknown>;
  /** how far it is, in words */
  say(share: string): string;
  /** said instead of what is usual */
  cancelled?: string;
  onCancel(): void;
}

/** How far a task is, with the way to stop it; and what became of it, unless it is done. */
export function Progressing({ state, say, cancelled, onCancel }: Props) {
  const { keep: text } = useText();
  const problem = state.kind === 'cancelled' ? (cancelled ?? text.cancelled) : problemIn(state, text);
  return (
    <>
      {state.kind === 'working' && (
        <div className={styles.progress}>
          <Progress aria-label={say('')} value={100 * state.share} />
          <p className={styles.aside}>
            {say(formatShare(state.share))}
            <Button size="compact-xs" variant="default" onClick={onCancel}>
              {text.cancel}
            </Button>
          </p>
        </div>
      )}
      {problem && <p role="status">{problem}</p>}
    </>
  );
}

const problemIn = ({ kind }: TaskState<unknown>, { busy, failed }: { busy: string; failed: string }) =>
  kind === 'busy' ? busy : kind === 'failed' ? failed : null;
