import { Button, Checkbox } from '@mantine/core';
import { type Checker, isBlocking } from '../../lib/compliance/types.ts';
import { type EmergencyPlan, mostOfPlan } from '../../lib/model.ts';
import { useText } from '../frame/use-text.ts';
import { FindingList, Passed } from '../room/FindingList.tsx';
import { Cell, Choice } from '../shop/Cell.tsx';
import shop from '../shop/shop.module.css';
import { PlanSteps } from './PlanSteps.tsx';
import styles from './plans-page.module.css';

interface Props {
  plan: EmergencyPlan;
  checker: Checker | null;
  /** what a plan of the shop can be: taken back to ours, or deleted; null while it is as we brought it */
  way: 'restore' | 'remove' | null;
  onChange(plan: EmergencyPlan): void;
  onRemove(): void;
}

/** One plan, each part typed in; the first sentence is judged as it stands. */
export function PlanForm({ plan, checker, way, onChange, onRemove }: Props) {
  const { plans: text } = useText();
  const findings = checker?.check(plan.say, { channel: 'host' }) ?? [];
  const field = (
    key: 'name' | 'owner' | 'trigger' | 'say',
    label: string,
    isNeeded: boolean,
    maxLength: number,
  ) => (
    <div className={styles.field}>
      <span>{label}</span>
      <Cell
        label={label}
        value={plan[key]}
        maxLength={maxLength}
        onSave={(typed) => {
          const value = typed.replace(/\s+/g, ' ').trim();
          if (isNeeded && value === '') return text.page.needed;
          onChange({ ...plan, [key]: value });
          return null;
        }}
      />
    </div>
  );
  return (
    <section className={styles.form} aria-label={plan.name}>
      {field('name', text.page.name, true, mostOfPlan.name)}
      <div className={styles.field}>
        <span>{text.riskLabel}</span>
        <Choice
          label={text.riskLabel}
          value={String(plan.risk)}
          options={text.risks.map((risk, level) => [String(level), risk])}
          onSave={(risk) => onChange({ ...plan, risk: Number(risk) })}
        />
      </div>
      {field('trigger', text.trigger, false, mostOfPlan.trigger)}
      {field('owner', text.owner, false, mostOfPlan.owner)}
      {field('say', text.say, true, mostOfPlan.say)}
      {checker && (
        <div className={styles.verdict}>
          {findings.some(isBlocking) ? (
            <FindingList findings={findings} />
          ) : (
            <Passed label={text.page.passes} />
          )}
        </div>
      )}
      <Checkbox
        size="xs"
        my="sm"
        label={text.page.corrects}
        checked={plan.corrects ?? false}
        onChange={(event) => {
          const { corrects: _, ...rest } = plan;
          onChange(event.currentTarget.checked ? { ...rest, corrects: true } : rest);
        }}
      />
      <h2>{text.steps}</h2>
      <PlanSteps steps={plan.steps} onChange={(steps) => onChange({ ...plan, steps })} />
      {way && (
        <div className={shop.buttons}>
          <Button size="xs" variant="default" onClick={onRemove}>
            {way === 'restore' ? text.page.restore : text.page.remove}
          </Button>
        </div>
      )}
    </section>
  );
}
