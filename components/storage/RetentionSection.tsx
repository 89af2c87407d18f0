import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatCount, formatDate } from '../../lib/i18n/format.ts';
import { type Cleaned, cleanUp } from '../../lib/keep/clean-up.ts';
import { boundsUnder, changeKeep, type KeepSettings, readKeep } from '../../lib/keep/settings.ts';
import { Confirm } from '../frame/Confirm.tsx';
import { useText } from '../frame/use-text.ts';
import { LockLine } from '../policy/Lock.tsx';
import { useLog, useManaged, useWatch } from '../use-log.ts';
import { isTight, readDisk } from './disk.ts';
import { Progressing } from './Progressing.tsx';
import styles from './storage.module.css';
import { useTask } from './use-task.ts';

const isSame = (a: KeepSettings, b: KeepSettings): boolean => JSON.stringify(a) === JSON.stringify(b);

/** How long what is kept, what would go now, and the clean-up's own switch. */
export function RetentionSection() {
  const { keep: text } = useText();
  const { value: settings } = useWatch(readKeep, isSame);
  if (!settings) return null;
  return (
    <section className={styles.section} aria-label={text.keep}>
      <h2>{text.keep}</h2>
      <Terms key={JSON.stringify([settings.comments, settings.tight, settings.record])} settings={settings} />
      <CleanUp settings={settings} />
    </section>
  );
}

const terms = ['comments', 'tight', 'record'] as const;
type Term = (typeof terms)[number];

function Terms({ settings }: { settings: KeepSettings }) {
  const db = useLog();
  const { keep: text } = useText();
  const { policy } = useManaged();
  const bounds = boundsUnder(policy);
  const [typed, setTyped] = useState<Partial<Record<Term, string>>>({});
  const names = { comments: text.keepComments, tight: text.keepTight, record: text.keepRecord };
  const hints = { comments: text.keepCommentsHint, tight: text.keepTightHint, record: text.keepRecordHint };
  const daysOf = (term: Term) => Number(typed[term] ?? settings[term]);
  const problemOf = (term: Term): string | null => {
    const { least, most } = bounds[term === 'record' ? 'record' : 'comments'];
    const value = daysOf(term);
    if (!Number.isInteger(value) || value < least || value > most)
      return text.outOfBounds(String(least), String(most));
    return term === 'tight' && value > daysOf('comments') ? text.tightTooLong : null;
  };
  const isChanged = terms.some((term) => daysOf(term) !== settings[term]);
  const save = () =>
    changeKeep(db, { comments: daysOf('comments'), tight: daysOf('tight'), record: daysOf('record') });
  return (
    <>
      {policy?.retention && <LockLine />}
      <div className={styles.terms}>
        {terms.map((term) => (
          <Term
            key={term}
            name={names[term]}
            hint={hints[term]}
            value={typed[term] ?? String(settings[term])}
            problem={problemOf(term)}
            onChange={(value) => setTyped({ ...typed, [term]: value })}
          />
        ))}
      </div>
      {isChanged && (
        <div className={styles.row}>
          <Button size="xs" disabled={terms.some(problemOf)} onClick={save}>
            {text.save}
          </Button>
          <Button size="xs" variant="default" onClick={() => setTyped({})}>
            {text.cancel}
          </Button>
        </div>
      )}
    </>
  );
}

interface TermProps {
  name: string;
  hint: string;
  value: string;
  problem: string | null;
  onChange(value: string): void;
}

function Term({ name, hint, value, problem, onChange }: TermProps) {
  const { keep: text } = useText();
  return (
    <>
      <div>
        {name}
        <small>{hint}</small>
        {problem && <small role="alert">{problem}</small>}
      </div>
      <div className={styles.days}>
        <TextInput
          size="xs"
          inputMode="numeric"
          aria-label={name}
          aria-invalid={problem !== null}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        {text.days}
      </div>
    </>
  );
}

function CleanUp({ settings }: { settings: KeepSettings }) {
  const db = useLog();
  const { keep: text } = useText();
  const { state, run, cancel } = useTask<{ cleaned: Cleaned; isDry: boolean }>();
  const [isAsking, setAsking] = useState(false);
  const isOn = settings.agreedAt !== null;
  const isAutomatic = useManaged().policy?.retention?.isAutomatic ?? false;
  const looked = state.kind === 'done' ? state.done : null;

  const clean = (isDry: boolean) =>
    run(async ({ signal, onProgress }) => {
      const now = Date.now();
      const cleaned = await cleanUp(db, {
        settings: await readKeep(db),
        isTight: isTight(await readDisk()),
        now,
        isDry,
        isStopped: () => signal.aborted,
        onProgress,
      });
      signal.throwIfAborted();
      if (!isDry) await changeKeep(db, { ranAt: now });
      return { cleaned, isDry };
    });
  const agree = async () => {
    await changeKeep(db, { agreedAt: Date.now() });
    void clean(false);
    return null;
  };
  return (
    <>
      <p>{!isOn ? text.off : settings.ranAt === null ? text.onNever : text.on(formatDate(settings.ranAt))}</p>
      <div className={styles.row}>
        <Button
          size="xs"
          variant="default"
          loading={state.kind === 'working'}
          onClick={() => void clean(true)}
        >
          {text.preview}
        </Button>
        {!isOn && (
          <Button size="xs" disabled={!looked?.isDry} onClick={() => setAsking(true)}>
            {text.agree}
          </Button>
        )}
        {isOn && (
          <>
            <Button size="xs" disabled={!looked?.isDry} onClick={() => void clean(false)}>
              {text.runNow}
            </Button>
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              disabled={isAutomatic}
              onClick={() => void changeKeep(db, { agreedAt: null })}
            >
              {text.stopIt}
            </Button>
          </>
        )}
      </div>
      <Progressing state={state} say={text.working} onCancel={cancel} />
      {looked && <p role="status">{said(looked, text)}</p>}
      <Confirm
        isOpen={isAsking}
        title={text.agreeTitle}
        yes={text.agree}
        onYes={agree}
        onClose={() => setAsking(false)}
      >
        {looked && <p>{said(looked, text)}</p>}
        <p className={styles.warn}>{text.agreeText}</p>
        <p>{text.agreeThen}</p>
      </Confirm>
    </>
  );
}

function said(
  { cleaned, isDry }: { cleaned: Cleaned; isDry: boolean },
  text: ReturnType<typeof useText>['keep'],
): string {
  const { comments, deeds, touched, removed } = cleaned;
  if (!isDry) return text.went(formatCount(comments), formatCount(deeds), formatCount(removed));
  if (comments + deeds + removed === 0) return text.nothingDue;
  return [
    comments + deeds > 0 && text.wouldGo(formatCount(comments), formatCount(deeds), formatCount(touched)),
    removed > 0 && text.wouldRemove(formatCount(removed)),
  ]
    .filter(Boolean)
    .join(' ');
}
