import { Button, Textarea } from '@mantine/core';
import { useMemo } from 'react';
import type { Checker } from '../../lib/compliance/types.ts';
import { formatDate } from '../../lib/i18n/format.ts';
import { lastReturn, nextDeeds, type Review } from '../../lib/review/review.ts';
import { wordScript } from '../../lib/shop/words.ts';
import { useText } from '../frame/use-text.ts';
import { PastCases } from '../moderate/PastCases.tsx';
import { FindingList } from '../room/FindingList.tsx';
import styles from './review.module.css';

interface Props {
  review: Review;
  /** null until the rules are compiled */
  checker: Checker | null;
  isChosen: boolean;
  note: string;
  onNote(note: string): void;
  onChoose(): void;
  onDeal(did: 'submit' | 'approve' | 'return'): void;
}

/** One thing in the queue; the chosen one shows what the rules find, what was decided of the like, and its history. */
export function ReviewRow({ review, checker, isChosen, note, onNote, onChoose, onDeal }: Props) {
  const text = useText();
  const words = text.review;
  const { id, kind, state, steps } = review;
  const back = lastReturn(review);
  const findings = useMemo(() => {
    if (!isChosen || !checker || kind !== 'script') return [];
    return checker.check(wordScript(review.text, {}).text, { channel: 'public_reply' });
  }, [isChosen, checker, kind, review.text]);
  return (
    <article id={`review-${id}`} className={styles.row} data-chosen={isChosen}>
      <button type="button" className={styles.pick} aria-expanded={isChosen} onClick={onChoose}>
        <span className={styles.kind}>{words.kinds[kind]}</span>
        <bdi>{review.text}</bdi>
        <span className={styles.state} data-state={state}>
          {words.states[state]}
        </span>
      </button>
      {back && <p className={styles.back}>{words.returned(back.who, back.note)}</p>}
      {isChosen && (
        <div className={styles.more}>
          {findings.length > 0 && <FindingList findings={findings} sentence={review.text} showExempt />}
          {findings.map((finding) => (
            <PastCases key={`${finding.start}:${finding.rule}`} finding={finding} />
          ))}
          <Textarea
            size="xs"
            rows={2}
            maxLength={500}
            aria-label={words.noteFor(review.text.slice(0, 12))}
            placeholder={words.note}
            value={note}
            onChange={(event) => onNote(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
          />
          <div className={styles.acts}>
            {nextDeeds(review).map((did) => (
              <Button
                key={did}
                size="xs"
                variant={did === 'return' ? 'default' : 'filled'}
                disabled={did === 'return' && note.trim() === ''}
                title={did === 'return' ? words.needNote : undefined}
                onClick={() => onDeal(did)}
              >
                {words.acts[did]}
              </Button>
            ))}
          </div>
          <ol className={styles.steps} aria-label={words.history}>
            {steps.map(({ at, who, did, note }) => (
              <li key={`${at}:${did}`}>
                <time dateTime={new Date(at).toISOString()}>{formatDate(at)}</time> {who || words.nobody}{' '}
                {words.deeds[did]}
                {note && `：${note}`}
              </li>
            ))}
          </ol>
        </div>
      )}
    </article>
  );
}
