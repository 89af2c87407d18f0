import { formatClock } from '../../lib/i18n/format.ts';
import type { FillEvent } from '../../lib/model.ts';
import type { Question, RoomState } from '../../lib/room/state.ts';
import { useText } from '../frame/use-text.ts';
import { Empty } from './Empty.tsx';
import { Passed } from './FindingList.tsx';
import styles from './room.module.css';

const shownActs = 100;

/** What people did in this session, newest first. */
export function Acts({ state }: { state: RoomState }) {
  const text = useText();
  const acts = state.acts
    .filter((act) => act.kind === 'fill' || act.kind === 'answer')
    .slice(-shownActs)
    .reverse();
  if (acts.length === 0) return <Empty title={text.acts.empty} />;

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <ol className={styles.acts} aria-label={text.views.acts} tabIndex={0}>
      {acts.map((act) => {
        const question = act.question === undefined ? undefined : state.questions.get(act.question);
        return (
          <li key={act.seq} className={styles.act}>
            <time>{formatClock(act.at)}</time>
            <b>{act.kind === 'fill' ? text.acts.fill : text.acts[act.how]}</b>
            <span className={styles.what}>
              {question && <bdi className={styles.hint}>{question.text} </bdi>}
              {act.kind === 'fill' && <bdi>{act.text}</bdi>}
              {act.kind === 'fill' && act.model && (
                <span className={styles.hint}> {text.assist.by(act.model)}</span>
              )}
              {act.kind === 'fill' && act.override && (
                <b className={styles.hint}> {text.assist.overruled(act.override.reason)}</b>
              )}
            </span>
            {act.kind === 'fill' && <Outcome act={act} state={state} question={question} />}
          </li>
        );
      })}
    </ol>
  );
}

/** Was the filled text seen in the room? */
function Outcome({
  act,
  state,
  question,
}: {
  act: FillEvent;
  state: RoomState;
  question: Question | undefined;
}) {
  const text = useText();
  if (state.filled?.at === act.at) return <span className={styles.hint}>{text.acts.pending}</span>;
  const isSent = question?.how === 'filled' && (question.answeredAt ?? 0) >= act.at;
  return isSent ? <Passed label={text.acts.sent} /> : null;
}
