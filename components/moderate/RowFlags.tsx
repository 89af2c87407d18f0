import type { Flag } from '../../lib/moderate/flags.ts';
import { useText } from '../frame/use-text.ts';
import styles from './marks.module.css';

/** Why a comment needs a look: a word each, the whole reason on pointing. */
export function RowFlags({ flags }: { flags: readonly Flag[] }) {
  const { moderate } = useText();
  return flags.map(({ kind, basis, leaks }) => (
    <span
      key={kind}
      className={styles.flag}
      data-kind={kind}
      title={[moderate.flagHint[kind], ...basis, ...leaks.map((leak) => moderate.leaks[leak])].join(' · ')}
    >
      {moderate.flags[kind]}
    </span>
  ));
}
