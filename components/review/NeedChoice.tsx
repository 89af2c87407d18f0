import { NativeSelect } from '@mantine/core';
import { changeReviewNeed } from '../../lib/log/reviews.ts';
import { type ReviewNeed, reviewNeeds, stricterNeed } from '../../lib/review/review.ts';
import { useText } from '../frame/use-text.ts';
import { LockLine } from '../policy/Lock.tsx';
import { useBy, useLog, useManaged } from '../use-log.ts';
import styles from './review.module.css';

/** Who must look before something new is used: nobody, unless that is wanted. */
export function NeedChoice({ need }: { need: ReviewNeed | undefined }) {
  const { review: text } = useText();
  const db = useLog();
  const by = useBy();
  const { policy } = useManaged();
  const least = policy?.review ?? 'none';
  return (
    <section className={styles.need} aria-label={text.need}>
      <p className={styles.hint}>{text.hint}</p>
      <NativeSelect
        size="xs"
        w={200}
        label={text.need}
        description={text.alone}
        value={need ?? 'none'}
        disabled={need === undefined || least === 'legal'}
        onChange={(event) => void changeReviewNeed(db, event.currentTarget.value as ReviewNeed, by())}
        data={reviewNeeds
          .filter((one) => stricterNeed(one, least) === one)
          .map((value) => ({ value, label: text.needs[value] }))}
      />
      {least !== 'none' && <LockLine />}
    </section>
  );
}
