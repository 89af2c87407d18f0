import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import { formatCount, formatDay } from '../../lib/i18n/format.ts';
import type { EmergencyPlan } from '../../lib/model.ts';
import { plansJson, readPlansJson } from '../../lib/plans/file.ts';
import { allPlans } from '../../lib/plans/schema.ts';
import { planTemplates } from '../../lib/plans/templates.ts';
import page from '../console/page.module.css';
import { Risk } from '../day/plans/Risk.tsx';
import { fileName } from '../export/file-name.ts';
import { useText } from '../frame/use-text.ts';
import { saveFile } from '../health/save-file.ts';
import { DoneLine } from '../shop/DoneLine.tsx';
import { largestFile } from '../shop/read-source.ts';
import shop from '../shop/shop.module.css';
import { useTable } from '../shop/use-table.ts';
import { useChecker } from '../use-checker.ts';
import { useEngine } from '../use-engine.ts';
import { usePlans } from '../use-shop.ts';
import { PlanForm } from './PlanForm.tsx';
import styles from './plans-page.module.css';

const ours = new Map(planTemplates.map((plan) => [plan.id, plan]));

/** What to do when something breaks: our ten plans as the shop has them, and its own. */
export function PlansPage() {
  const { plans: text, common } = useText();
  const engine = useEngine();
  const { checker } = useChecker(engine);
  const [kept, change] = usePlans();
  const { done, save } = useTable(change);
  const [chosen, setChosen] = useState<string | null>(null);
  const [problems, setProblems] = useState<string[]>([]);
  const all = allPlans(kept ?? []);
  const changed = new Set(kept?.map(({ id }) => id));
  const plan = all.find(({ id }) => id === chosen) ?? all[0];
  const addedAt = (id: string) => kept?.find((one) => one.id === id)?.addedAt ?? Date.now();

  const put = (next: EmergencyPlan) => void save({ put: [{ ...next, addedAt: addedAt(next.id) }] });
  const make = () => {
    const id = crypto.randomUUID();
    setChosen(id);
    void save({
      put: [
        {
          id,
          addedAt: Date.now(),
          name: text.page.untitled,
          risk: 1,
          trigger: '',
          say: planTemplates[0]!.say,
          owner: '',
          steps: [{ text: text.page.newStep, hours: 0 }],
        },
      ],
    });
  };
  const remove = ({ id, name }: EmergencyPlan) =>
    void save({ remove: [id] }, ours.has(id) ? text.page.restored(name) : text.page.removed(name));
  const take = async (file: File | null) => {
    if (!file) return;
    if (file.size > largestFile) return setProblems([text.page.tooBig]);
    const read = readPlansJson(await file.text());
    if (read.ok) {
      setProblems([]);
      const now = Date.now();
      const rows = read.plans.map((one, i) => ({
        ...one,
        addedAt: kept?.find(({ id }) => id === one.id)?.addedAt ?? now + i,
      }));
      await save({ put: rows }, text.page.imported(formatCount(rows.length)));
    } else if (read.kind === 'not-plans') setProblems([text.page.notPlans]);
    else if (read.kind === 'not-json') setProblems([text.page.notJson(String(read.line))]);
    else
      setProblems(
        read.wrong.map(({ line, index, name, field, step }) =>
          text.page.wrong(
            String(line),
            name ? `“${name}”` : text.page.nth(String(index)),
            `${step === null ? '' : text.page.ofStep(String(step))}${field === null ? '' : text.page.fields[field]}`,
          ),
        ),
      );
  };
  return (
    <>
      <header className={page.head}>
        <h1>{text.title}</h1>
        <span className={page.aside}>{text.page.count(formatCount(all.length))}</span>
        <div className={page.end}>
          <FileButton accept=".json" onChange={(file) => void take(file)}>
            {(button) => (
              <Button size="xs" variant="default" {...button}>
                {text.page.import}
              </Button>
            )}
          </FileButton>
          <Button
            size="xs"
            variant="default"
            onClick={() =>
              saveFile(fileName([text.page.exportName, formatDay(Date.now())], 'json'), plansJson(all))
            }
          >
            {text.page.export}
          </Button>
          <Button size="xs" onClick={make}>
            {text.page.make}
          </Button>
        </div>
      </header>
      <p className={styles.hint}>{text.page.hint}</p>
      {problems.length > 0 && (
        <div role="alert" className={styles.problems}>
          <b>{text.page.nothing}</b>
          <ul>
            {problems.slice(0, 20).map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      <DoneLine done={done} />
      <div className={styles.body}>
        <nav className={styles.list} aria-label={text.title}>
          {!kept && <p className={shop.note}>{common.loading}</p>}
          {all.map((one) => (
            <button
              key={one.id}
              type="button"
              className={styles.item}
              aria-current={one === plan ? 'true' : undefined}
              onClick={() => setChosen(one.id)}
            >
              <Risk level={one.risk} />
              <span>{one.name}</span>
              {changed.has(one.id) && (
                <span className={styles.aside}>{ours.has(one.id) ? text.page.changed : text.page.own}</span>
              )}
            </button>
          ))}
        </nav>
        {plan && kept && (
          <PlanForm
            key={plan.id}
            plan={plan}
            checker={checker}
            onChange={put}
            way={!changed.has(plan.id) ? null : ours.has(plan.id) ? 'restore' : 'remove'}
            onRemove={() => remove(plan)}
          />
        )}
      </div>
    </>
  );
}
