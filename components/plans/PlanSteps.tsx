import { Button } from '@mantine/core';
import { limits } from '../../lib/limits.ts';
import { type EmergencyPlan, mostOfPlan, type StepHours, stepHours } from '../../lib/model.ts';
import { useText } from '../frame/use-text.ts';
import { Cell, Choice } from '../shop/Cell.tsx';
import { RowAct } from '../shop/EditTable.tsx';
import styles from '../shop/shop.module.css';

type Steps = EmergencyPlan['steps'];

/** The steps of a plan: what, who, by when. Each stands with those of its time. */
export function PlanSteps({ steps, onChange }: { steps: Steps; onChange(steps: Steps): void }) {
  const { plans: text } = useText();
  const put = (index: number, change: Partial<Steps[number]>) =>
    onChange(inOrder(steps.with(index, { ...steps[index]!, ...change })));
  return (
    <>
      <table className={styles.table} aria-label={text.steps}>
        <thead>
          <tr>
            <th className={styles.wide}>{text.page.text}</th>
            <th className={styles.narrow}>{text.page.who}</th>
            <th className={styles.narrow}>{text.page.when}</th>
            <th>
              <span className="only-heard">{text.page.removeStep}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, index) => (
            <tr key={`${index}:${step.text}`}>
              <td>
                <Cell
                  label={`${text.page.text} ${index + 1}`}
                  value={step.text}
                  maxLength={limits.title}
                  onSave={(typed) => {
                    const value = typed.replace(/\s+/g, ' ').trim();
                    if (value === '') return text.page.needed;
                    put(index, { text: value });
                    return null;
                  }}
                />
              </td>
              <td>
                <Cell
                  label={`${text.page.who} ${index + 1}`}
                  value={step.owner ?? ''}
                  maxLength={mostOfPlan.owner}
                  onSave={(typed) => {
                    const { owner: _, ...rest } = step;
                    const owner = typed.trim();
                    onChange(steps.with(index, owner ? { ...rest, owner } : rest));
                    return null;
                  }}
                />
              </td>
              <td>
                <Choice
                  label={`${text.page.when} ${index + 1}`}
                  value={String(step.hours)}
                  options={stepHours.map((hours) => [String(hours), text.hours[hours]])}
                  onSave={(hours) => put(index, { hours: Number(hours) as StepHours })}
                />
              </td>
              <td className={styles.acts}>
                <RowAct
                  icon="trash"
                  act={text.page.removeStep}
                  name={step.text}
                  onClick={() => steps.length > 1 && onChange(steps.toSpliced(index, 1))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.buttons}>
        <Button
          size="xs"
          variant="default"
          disabled={steps.length >= mostOfPlan.steps}
          onClick={() => onChange(inOrder([...steps, { text: text.page.newStep, hours: 0 }]))}
        >
          {text.page.addStep}
        </Button>
      </div>
    </>
  );
}

const inOrder = (steps: Steps): Steps => steps.toSorted((a, b) => a.hours - b.hours);
