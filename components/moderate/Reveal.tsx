import type { Leak } from '../../lib/moderate/leaks.ts';
import { useText } from '../frame/use-text.ts';
import styles from './marks.module.css';

interface Props {
  leaks: readonly Leak[];
  isShown: boolean;
  onToggle(isShown: boolean): void;
}

/** Says that something is covered, and uncovers it in this one place; nothing where nothing is. */
export function Reveal({ leaks, isShown, onToggle }: Props) {
  const { moderate } = useText();
  if (leaks.length === 0) return null;
  const kinds = [...new Set(leaks.map(({ kind }) => moderate.leaks[kind]))].join('、');
  return (
    <button
      type="button"
      className={styles.flag}
      data-kind="leak"
      aria-label={`${isShown ? moderate.cover : moderate.reveal} ${kinds}`}
      aria-pressed={isShown}
      title={`${moderate.masked(kinds)} · ${moderate.revealHint}`}
      onClick={(event) => {
        // the row has a meaning of its own
        event.stopPropagation();
        onToggle(!isShown);
      }}
    >
      {isShown ? moderate.cover : moderate.flags.leak}
    </button>
  );
}
