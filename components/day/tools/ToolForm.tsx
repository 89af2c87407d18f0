import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useContext, useState } from 'react';
import { type Checker, isBlocking } from '../../../lib/compliance/types.ts';
import { mostOfTool, ToolSetup } from '../../../lib/model.ts';
import { mayUse, type ToolVerdict } from '../../../lib/tools/may-use.ts';
import { useText } from '../../frame/use-text.ts';
import { PlaceContext } from '../../room/place.ts';
import { emptyForm, type Form, readForm } from './read-form.ts';
import type { Draft } from './tool-acts.ts';
import styles from './tools.module.css';
import { Verdict } from './Verdict.tsx';

interface Props {
  what: Draft['what'];
  checker: Checker;
  onStart(draft: Draft): void;
  onClose(): void;
}

/** Stands for what is only known at the start. */
const anyHash = '0'.repeat(64);

/** A tool as it is made: judged at every stroke, and not to be started where the rules or the law forbid it. */
export function ToolForm({ what, checker, onStart, onClose }: Props) {
  const { tools: text } = useText();
  const place = useContext(PlaceContext);
  const [form, setForm] = useState<Form>(emptyForm);
  const draft = readForm(what, form, Date.now());
  const setup = ToolSetup.safeParse(draft.what === 'draw' ? { ...draft, commitment: anyHash } : draft).data;
  const verdict: ToolVerdict | null =
    setup && place ? mayUse(setup, { platform: place.platform, hour: new Date().getHours(), checker }) : null;
  const isFree = verdict?.isFree === true && !verdict.findings.some(isBlocking);

  const put = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }));
  const input = (key: Exclude<keyof Form, 'onceOnly'>, label: string, maxLength: number, type = 'text') => (
    <TextInput
      size="xs"
      type={type}
      label={label}
      maxLength={maxLength}
      value={form[key]}
      onChange={(event) => put({ [key]: event.currentTarget.value })}
    />
  );
  const start = (event: FormEvent) => {
    event.preventDefault();
    if (isFree) onStart(readForm(what, form, Date.now()));
  };
  const { fields } = text;
  return (
    <form className={styles.form} onSubmit={start} aria-label={text.what[what]}>
      <div className={styles.whole}>{input('title', fields.title, 100)}</div>
      {what === 'vote' && (
        <>
          <Textarea
            size="xs"
            className={styles.whole}
            rows={3}
            label={fields.options}
            description={fields.optionsHint}
            maxLength={40 * mostOfTool.options}
            value={form.options}
            onChange={(event) => put({ options: event.currentTarget.value })}
          />
          <Select
            size="xs"
            label={fields.counts}
            allowDeselect={false}
            data={[
              { value: 'last', label: fields.last },
              { value: 'first', label: fields.first },
            ]}
            value={form.counts}
            onChange={(counts) => put({ counts: counts ?? 'last' })}
          />
        </>
      )}
      {what === 'quiz' && (
        <>
          {input('right', `${fields.right} · ${fields.rightHint}`, 200)}
          {input('wrong', fields.wrong, 200)}
          {input('first', fields.first_n, 2, 'number')}
        </>
      )}
      {what === 'draw' && (
        <>
          {input('words', fields.words, 200)}
          {input('winners', fields.winners, 3, 'number')}
          {input('prize', fields.prize, 100)}
          {form.prize.trim() !== '' && input('worth', fields.worth, 9, 'number')}
          {input('blocked', fields.blocked, 400)}
          <Checkbox
            size="xs"
            className={styles.whole}
            label={fields.onceOnly}
            checked={form.onceOnly}
            onChange={(event) => put({ onceOnly: event.currentTarget.checked })}
          />
        </>
      )}
      {what === 'countdown' && input('minutes', fields.minutes, 4, 'number')}
      {what !== 'countdown' && <p className={styles.hint}>{text.rules}</p>}
      <Verdict verdict={verdict} />
      <div className={styles.row}>
        <Button size="compact-sm" type="submit" disabled={!isFree}>
          {text.start}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {text.cancel}
        </Button>
      </div>
    </form>
  );
}
