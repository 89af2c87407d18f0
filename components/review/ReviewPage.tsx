import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { formatCount } from '../../lib/i18n/format.ts';
import page from '../console/page.module.css';
import { usePreferences } from '../frame/use-preferences.ts';
import { useText } from '../frame/use-text.ts';
import { Empty } from '../room/Empty.tsx';
import { useShortcuts } from '../room/use-shortcuts.ts';
import { useChecker } from '../use-checker.ts';
import { useEngine } from '../use-engine.ts';
import { NeedChoice } from './NeedChoice.tsx';
import { ReviewRow } from './ReviewRow.tsx';
import styles from './review.module.css';
import { useMoveReview, useReviewNeed, useReviews } from './use-reviews.ts';

const shownAtMost = 200;

/** What waits for somebody's eyes, one under the other; the chosen one is dealt with by key or button. */
export function ReviewPage() {
  const text = useText();
  const words = text.review;
  const need = useReviewNeed();
  const all = useReviews();
  const [{ name }] = usePreferences();
  const { checker } = useChecker(useEngine());
  const [which, setWhich] = useState<'open' | 'approved'>('open');
  const [chosen, setChosen] = useState<string | null>(null);
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const { outcome, move } = useMoveReview();
  const open = all?.filter(({ state }) => state !== 'approved') ?? [];
  const rows = (
    which === 'open' ? open : (all ?? []).filter(({ state }) => state === 'approved').toReversed()
  ).slice(0, shownAtMost);
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === chosen),
  );
  const current = rows[at];

  const choose = (index: number) => {
    const next = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    if (!next) return;
    setChosen(next.id);
    document.getElementById(`review-${next.id}`)?.scrollIntoView?.({ block: 'nearest' });
  };
  const noteField = () =>
    current &&
    document.getElementById(`review-${current.id}`)?.querySelector<HTMLElement>('textarea')?.focus();
  const deal = (did: 'submit' | 'approve' | 'return') => {
    if (!current) return;
    const note = notes[current.id] ?? '';
    if (did === 'return' && note.trim() === '') return noteField();
    // the next one moves up to where this one stood
    const next = rows[at + 1] ?? rows[at - 1];
    void move(current, did, note).then(() => {
      setNotes(({ [current.id]: _, ...rest }) => rest);
      if (did !== 'submit') setChosen(next?.id ?? null);
    });
  };
  useShortcuts({
    j: () => choose(at + 1),
    k: () => choose(at - 1),
    a: () =>
      current && current.state !== 'approved' && deal(current.state === 'draft' ? 'submit' : 'approve'),
    r: () => current && current.state !== 'draft' && deal('return'),
    n: noteField,
  });
  return (
    <>
      <header className={page.head}>
        <h1>{text.console.review}</h1>
        <div className={page.end}>
          <SegmentedControl
            size="xs"
            aria-label={words.queue}
            value={which}
            onChange={(value) => setWhich(value as typeof which)}
            data={[
              { value: 'open', label: words.all(formatCount(open.length)) },
              { value: 'approved', label: words.states.approved },
            ]}
          />
        </div>
      </header>
      <div className={page.body}>
        <NeedChoice need={need} />
        {name === '' && need !== 'none' && <p className={styles.hint}>{words.name}</p>}
        <p role="status" className={styles.problem}>
          {outcome && words[outcome]}
        </p>
        {all && rows.length === 0 && (
          <Empty title={words.empty}>{need === 'none' ? words.off : words.emptyHint}</Empty>
        )}
        {need !== undefined &&
          rows.map((review) => (
            <ReviewRow
              key={review.id}
              review={review}
              checker={checker}
              isChosen={review === current}
              note={notes[review.id] ?? ''}
              onNote={(note) => setNotes({ ...notes, [review.id]: note })}
              onChoose={() => setChosen(review.id)}
              onDeal={deal}
            />
          ))}
        {rows.length > 0 && <p className={styles.hint}>{words.keys}</p>}
      </div>
    </>
  );
}
