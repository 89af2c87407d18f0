import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type Checker, isBlocking } from '../../../lib/compliance/types.ts';
import { formatClock } from '../../../lib/i18n/format.ts';
import { limits } from '../../../lib/limits.ts';
import { mostOfPlan } from '../../../lib/model.ts';
import type { PlanRun } from '../../../lib/room/plans.ts';
import { usePreferences } from '../../frame/use-preferences.ts';
import { useText } from '../../frame/use-text.ts';
import { readClock } from './clock-text.ts';
import type { PlanActs } from './plan-acts.ts';
import styles from './plans.module.css';

interface Props {
  run: PlanRun;
  /** what was said, as far as an alarm tells */
  slip: { at: number; text: string } | null;
  checker: Checker | null;
  onSave(made: Parameters<PlanActs['correct']>[1]): void;
}

/** Records a slip and its correction, with both times: what the law wants kept. */
export function CorrectionForm({ run, slip, checker, onSave }: Props) {
  const { plans } = useText();
  const text = plans.correction;
  const [{ name }] = usePreferences();
  const fresh = (said: string) => ({
    said,
    corrected: '',
    saidAt: formatClock(slip?.at ?? run.at),
    correctedAt: formatClock(Date.now()),
    who: name,
  });
  const [form, setForm] = useState(() => fresh(slip?.text ?? ''));
  const [told, setTold] = useState<string | null>(null);
  const field = (key: keyof typeof form, maxLength: number, className?: string) => (
    <TextInput
      size="xs"
      label={text[key]}
      className={className}
      maxLength={maxLength}
      value={form[key]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        setTold(null);
        setForm((before) => ({ ...before, [key]: value }));
      }}
    />
  );
  const save = (event: FormEvent) => {
    event.preventDefault();
    const now = Date.now();
    const [saidAt, correctedAt] = [readClock(form.saidAt, now), readClock(form.correctedAt, now)];
    if (saidAt === null || correctedAt === null || correctedAt < saidAt) return setTold(text.badTimes);
    const corrected = form.corrected.trim();
    if (checker?.check(corrected, { channel: 'host' }).some(isBlocking)) return setTold(text.blocked);
    onSave({ said: form.said.trim(), corrected, saidAt, correctedAt, who: form.who.trim() });
    setForm(fresh(''));
    setTold(text.saved);
  };
  return (
    <form className={styles.correction} onSubmit={save}>
      <b>{text.title}</b>
      <span className={styles.hint}>{text.hint}</span>
      {field('said', limits.text, styles.whole)}
      {field('corrected', limits.text, styles.whole)}
      {field('saidAt', 8)}
      {field('correctedAt', 8)}
      {field('who', mostOfPlan.owner)}
      <div className={styles.row}>
        <Button
          size="compact-sm"
          variant="default"
          type="submit"
          disabled={form.said.trim() === '' || form.corrected.trim() === ''}
        >
          {text.save}
        </Button>
        <output className={styles.hint}>{told}</output>
      </div>
    </form>
  );
}
