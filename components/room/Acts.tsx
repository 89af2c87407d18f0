import { formatClock, formatSeconds } from '../../lib/i18n/format.ts';
import type { ActEvent, FillEvent } from '../../lib/model.ts';
import { maskLeaks } from '../../lib/moderate/leaks.ts';
import type { Question, RoomState } from '../../lib/room/state.ts';
import { tellAct } from '../day/tell-act.ts';
import { useText } from '../frame/use-text.ts';
import { Empty } from './Empty.tsx';
import { Passed } from './FindingList.tsx';
import styles from './room.module.css';
import { useBrief } from './use-brief.ts';

const shownActs = 100;
/** More than fit on a screen. */
const briefActs = 24;

const deeds = ['fill', 'answer', 'split', 'join', 'hand', 'lack', 'mark'] as const;
/** Something that a person did to a question or to the box. */
type Deed = Extract<ActEvent, { kind: (typeof deeds)[number] }>;
const isDeed = <T extends ActEvent>(act: T): act is T & Deed =>
  (deeds as readonly string[]).includes(act.kind);

/** What people did in this session, newest first. */
export function Acts({ state }: { state: RoomState }) {
  const text = useText();
  const most = useBrief(state) ? briefActs : shownActs;
  const acts = newestActs(state.acts, most, (act) => isDeed(act) || tellAct(act, text, state) !== null);
  if (acts.length === 0) return <Empty title={text.acts.empty} />;

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <ol className={styles.acts} aria-label={text.views.acts} tabIndex={0}>
      {acts.map((act) => {
        if (!isDeed(act)) return <DayAct key={act.seq} act={act} state={state} />;
        const question =
          act.kind === 'mark' || act.question === undefined
            ? undefined
            : state.questions.get(act.kind === 'split' ? act.into : act.question);
        return (
          <li key={act.seq} className={styles.act}>
            <time>{formatClock(act.at)}</time>
            <b>{text.acts[wordFor(act)]}</b>
            <span className={styles.what}>
              {question && <bdi className={styles.hint}>{maskLeaks(question.text)} </bdi>}
              {act.kind === 'fill' && <bdi>{act.text}</bdi>}
              {act.kind === 'mark' && (
                <>
                  <span className={styles.hint}>{formatClock(act.of)} </span>
                  <bdi>{act.text}</bdi>
                </>
              )}
              {act.kind === 'fill' && act.rules && (
                <span className={styles.hint}> {text.timeline.rules(act.rules)}</span>
              )}
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

/** The last acts that are shown, at most so many, newest first. */
function newestActs<A>(acts: readonly A[], most: number, isShown: (act: A) => boolean): A[] {
  const found: A[] = [];
  for (let i = acts.length - 1; i >= 0 && found.length < most; i--) {
    const act = acts[i]!;
    if (isShown(act)) found.push(act);
  }
  return found;
}

/** What was done about the broadcast itself: its run, its plans. */
function DayAct({ act, state }: { act: ActEvent; state: RoomState }) {
  const told = tellAct(act, useText(), state);
  return (
    <li className={styles.act}>
      <time>{formatClock(act.at)}</time>
      <b>{told?.act}</b>
      <span className={styles.what}>
        <bdi>{told?.what}</bdi>
      </span>
    </li>
  );
}

/** What was done, by the name of its words. */
function wordFor(act: Deed) {
  switch (act.kind) {
    case 'answer':
      return act.how;
    case 'hand':
    case 'lack':
      return act.undone ? (`${act.kind}Undone` as const) : act.kind;
    default:
      return act.kind;
  }
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
  if (state.filled?.at === act.at)
    return <span className={`${styles.outcome} ${styles.hint}`}>{text.acts.pending}</span>;
  const isSent = question?.how === 'filled' && (question.answeredAt ?? 0) >= act.at;
  if (!isSent) return null;
  const took = Math.max(0, (question.answeredAt ?? 0) - question.since);
  return (
    <span className={styles.outcome}>
      <Passed label={text.acts.sent} />
      <span className={styles.hint}> {text.timeline.took(formatSeconds(took))}</span>
    </span>
  );
}
