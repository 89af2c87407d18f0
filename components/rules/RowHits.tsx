import { VisuallyHidden } from '@mantine/core';
import { formatCount, formatDate } from '../../lib/i18n/format.ts';
import { useText } from '../frame/use-text.ts';
import { useDesk } from './desk.ts';
import styles from './tree.module.css';

/** How often a rule found something in the last sessions; nothing while none of them is known. */
export function RowHits({ rule }: { rule: string }) {
  const { lists: text } = useText();
  const { hits } = useDesk();
  if (!hits) return null;
  const { own, viewers } = hits.rules.get(rule) ?? { own: 0, viewers: 0 };
  const all = own + viewers;
  const told = text.hits(hits.sessions.length, all, formatCount(all));
  const apart = text.hitsApart(formatCount(own), formatCount(viewers));
  const where = hits.sessions.map(({ startedAt, title }) => `${formatDate(startedAt)} ${title}`.trim());
  return (
    <span className={styles.hits} title={[told, apart, ...where, text.hitsThen].join('\n')}>
      <span aria-hidden>{all > 0 ? told : '–'}</span>
      <VisuallyHidden>
        {told} {apart}
      </VisuallyHidden>
    </span>
  );
}
