import type { Flag } from '../../lib/moderate/flags.ts';
import { useText } from '../frame/use-text.ts';
import styles from './marks.module.css';

/** Why a comment needs a look: a word each, the whole reason on pointing. What is covered has its own button. */
export function RowFlags({ flags }: { flags: readonly Flag[] }) {
  const { moderate } = useText();
  return flags
    .filter(({ kind }) => kind !== 'leak')
    .map(({ kind, basis }) => (
      <span
        key={kind}
        className={styles.flag}
        data-kind={kind}
        title={[moderate.flagHint[kind], ...basis].join(' · ')}
      >
        {moderate.flags[kind]}
      </span>
    ));
}
