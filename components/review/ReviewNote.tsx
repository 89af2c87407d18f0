import { lastReturn, type Review } from '../../lib/review/review.ts';
import { addressOf } from '../console/use-route.ts';
import { useText } from '../frame/use-text.ts';

/** Where something stands on its way through review, until it is through. */
export function ReviewNote({ review }: { review: Review | undefined }) {
  const { review: text } = useText();
  if (!review || review.state === 'approved') return null;
  const back = lastReturn(review);
  return (
    <span>
      {back ? text.returned(back.who, back.note) : text.waits(text.states[review.state])}{' '}
      <a href={addressOf('review')}>{text.open}</a>
    </span>
  );
}
