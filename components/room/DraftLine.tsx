import type { Draft } from '../../lib/assist/draft.ts';
import { formatClock } from '../../lib/i18n/format.ts';
import { useText } from '../frame/use-text.ts';
import styles from './replies.module.css';

/** How far the model's draft has come, until it is one of the replies above. */
export function DraftLine({ draft }: { draft: Draft | null }) {
  const text = useText();
  if (!draft || draft.kind === 'ready') return null;
  return (
    <div
      className={styles.draft}
      data-kind={draft.kind}
      role="status"
      // read out what became of it, not every piece
      aria-live={isUnderWay(draft) ? 'off' : 'polite'}
    >
      <b>{text.assist.name}</b>
      <p>{wordsFor(draft, text)}</p>
    </div>
  );
}

const isUnderWay = ({ kind }: Draft): boolean => kind === 'thinking' || kind === 'writing';

function wordsFor(draft: Exclude<Draft, { kind: 'ready' }>, { assist }: ReturnType<typeof useText>): string {
  switch (draft.kind) {
    case 'thinking':
      return assist.thinking;
    case 'writing':
      return draft.text || assist.writing;
    case 'dropped':
      return `${assist.dropped}：${assist.drops[draft.why]}`;
    case 'spent':
      return draft.until === null ? assist.spentSession : assist.spentMinute(formatClock(draft.until));
    case 'failed': {
      const { what, next } = assist.failures[draft.failure.kind];
      return `${what}。${next}`;
    }
  }
}
