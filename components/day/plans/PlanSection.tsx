import { Button, Switch } from '@mantine/core';
import { useMemo, useState } from 'react';
import { allPlans } from '../../../lib/plans/schema.ts';
import type { RoomState } from '../../../lib/room/state.ts';
import { useText } from '../../frame/use-text.ts';
import { KeyHint } from '../../room/KeyHint.tsx';
import type { RoomProps } from '../../room/RoomTabs.tsx';
import { useDoing } from '../../store.ts';
import { usePlans } from '../../use-shop.ts';
import { DaySection } from '../DaySection.tsx';
import { ClosedRuns } from './ClosedRuns.tsx';
import { FindPlan } from './FindPlan.tsx';
import { PlanCard } from './PlanCard.tsx';
import { planActs } from './plan-acts.ts';
import styles from './plans.module.css';
import { RunCard } from './RunCard.tsx';

/** Emergency plans: those that run, and the way to start one, by hand or from an alarm. */
export function PlanSection({
  state,
  actions,
  checker,
}: Pick<RoomProps, 'actions' | 'checker'> & { state: RoomState }) {
  const { plans: text } = useText();
  const [kept] = usePlans();
  const wanted = useDoing((doing) => doing.plan);
  const set = useDoing((doing) => doing.set);
  const [isDrill, setDrill] = useState(false);
  const plans = useMemo(() => allPlans(kept ?? []), [kept]);
  const acts = useMemo(() => actions && planActs(actions), [actions]);
  const { runs, corrections } = state.plans;
  const open = runs.filter(({ closed }) => closed === null);
  const picked = plans.find(({ id }) => id === wanted?.id);
  const close = () => set({ plan: null });
  if (!acts && runs.length === 0) return null;
  return (
    <DaySection
      title={open.length > 0 ? `${text.title} · ${text.live.running(String(open.length))}` : text.title}
      aside={
        acts && (
          <span className={styles.aside}>
            <Switch
              size="xs"
              label={text.live.drill}
              title={text.live.drillHint}
              checked={isDrill}
              onChange={(event) => setDrill(event.currentTarget.checked)}
            />
            <Button
              size="compact-xs"
              variant="default"
              aria-expanded={wanted !== null}
              onClick={() => set({ plan: wanted ? null : { id: null, alarm: null } })}
            >
              {text.live.search}
              <KeyHint act="plan" />
            </Button>
          </span>
        )
      }
    >
      {acts && wanted && !picked && (
        <FindPlan plans={plans} onPick={(id) => set({ plan: { ...wanted, id } })} onClose={close} />
      )}
      {acts && picked && (
        <PlanCard
          key={picked.id}
          plan={picked}
          isDrill={isDrill}
          checker={checker}
          actions={actions}
          onStart={() => {
            acts.start(picked, wanted?.alarm ?? null, isDrill);
            close();
          }}
          onClose={close}
        />
      )}
      {open.toReversed().map((run) => (
        <RunCard
          key={run.id}
          run={run}
          corrections={corrections.filter((one) => one.run === run.id)}
          alarm={state.alarms.list.find(({ id }) => id === run.alarm) ?? null}
          acts={acts}
          actions={actions}
          checker={checker}
        />
      ))}
      <ClosedRuns runs={runs} corrections={corrections} acts={acts} />
    </DaySection>
  );
}
