import { Button } from '@mantine/core';
import type { Checker } from '../../../lib/compliance/types.ts';
import type { EmergencyPlan } from '../../../lib/model.ts';
import { useText } from '../../frame/use-text.ts';
import type { RoomActions } from '../../room/actions.ts';
import styles from './plans.module.css';
import { Risk } from './Risk.tsx';
import { Say } from './Say.tsx';

interface Props {
  plan: EmergencyPlan;
  isDrill: boolean;
  checker: Checker | null;
  actions: RoomActions | null;
  onStart(): void;
  onClose(): void;
}

/** A plan before it is started: when, what to say, what to do. Enter starts it. */
export function PlanCard({ plan, isDrill, checker, actions, onStart, onClose }: Props) {
  const { plans: text } = useText();
  return (
    <article
      className={styles.card}
      aria-label={plan.name}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={styles.row}>
        <Risk level={plan.risk} />
        <b>{plan.name}</b>
        <span className={styles.hint}>{plan.owner}</span>
      </header>
      <p className={styles.hint}>{plan.trigger}</p>
      <Say say={plan.say} checker={checker} actions={actions} />
      <ol className={styles.preview}>
        {plan.steps.map(({ text: step, owner, hours }, index) => (
          <li key={`${index}:${step}`}>
            <span className={styles.hint}>{text.hours[hours]}</span> {step}
            {owner && <span className={styles.hint}> {owner}</span>}
          </li>
        ))}
      </ol>
      <div className={styles.row}>
        <Button size="compact-sm" autoFocus color={isDrill ? 'gray' : undefined} onClick={onStart}>
          {isDrill ? text.live.startDrill : text.live.start}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {text.live.cancel}
        </Button>
      </div>
    </article>
  );
}
