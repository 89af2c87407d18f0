import type { Disagreement } from '../../lib/assist/agree.ts';
import { formatCount } from '../../lib/i18n/format.ts';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import styles from './marks.module.css';

/** A price or a stock that the page's shelf has otherwise: said to viewers, it would be wrong (价格法 Art. 13 and 14). */
export function PriceNote({ differs: { of, said, known } }: { differs: Disagreement }) {
  const { moderate } = useText();
  const inWords = (value: number) =>
    of === 'price' ? moderate.yuan(String(value)) : moderate.pieces(formatCount(value));
  return (
    <span className={styles.differs}>
      <Icon name="high" size={13} />
      {moderate.price(inWords(said), known.map(inWords).join(' / '))}
    </span>
  );
}
