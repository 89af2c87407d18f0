import { formatClock } from '../../lib/i18n/format.ts';
import type { ActEvent } from '../../lib/model.ts';
import type { RoomState } from '../../lib/room/state.ts';
import { useText } from '../frame/use-text.ts';
import { Empty } from './Empty.tsx';
import styles from './room.module.css';

const shownActs = 100;

/** What people did in this session, newest first. */
export function Acts({ state }: { state: RoomState }) {
  const text = useText();
  const acts = state.acts.slice(-shownActs).reverse();
  if (acts.length === 0) return <Empty title={text.acts.empty} />;

  const verb = (act: ActEvent): string => {
    if (act.kind === 'answer') return text.acts[act.how];
    if (act.kind === 'room') return text.acts[act.phase];
    return text.acts[act.kind];
  };
  const object = (act: ActEvent): string => {
    if (act.kind === 'fill') return act.text;
    if (act.kind === 'suggestion') return text.acts.replies(act.replies.length);
    return '';
  };
  return (
    <ol className={styles.acts}>
      {acts.map((act) => {
        const id = 'question' in act ? act.question : undefined;
        const question = id === undefined ? undefined : state.questions.get(id);
        return (
          <li key={act.seq} className={styles.act}>
            <time>{formatClock(act.at)}</time>
            <b>{verb(act)}</b>
            <span>
              {question && <bdi className={styles.hint}>{question.text} </bdi>}
              <bdi>{object(act)}</bdi>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
