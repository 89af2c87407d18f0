import { Button, NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import page from '../console/page.module.css';
import { Confirm } from '../frame/Confirm.tsx';
import { useText } from '../frame/use-text.ts';
import { LockLine } from '../policy/Lock.tsx';
import { useManaged } from '../use-log.ts';
import styles from './model.module.css';

interface Props<Preset extends string> {
  words: { title: string; intro: string; preset: string; none: string; removeText: string };
  presets: { value: Preset; label: string; disabled?: boolean }[];
  form: {
    /** undefined until it is read */
    stored: object | null | undefined;
    fields: { preset: Preset };
    outcome: { kind: string } | null;
    choose(preset: Preset): void;
    save(): Promise<void>;
    test(): Promise<void>;
    remove(): Promise<void>;
  };
  /** what the company allows stands in the fields */
  isAllowed: boolean;
  /** null where there is nothing to try */
  test: string | null;
  /** how the last thing went */
  told: ReactNode;
  /** further fields; told whether they may be used now */
  children(isBusy: boolean): ReactNode;
  /** between the fields and the buttons */
  note?: ReactNode;
  hint?: string;
}

/** An endpoint of a person's own: chosen, tried, kept, or forgotten with its key. */
export function EndpointSection<Preset extends string>(props: Props<Preset>) {
  const { words, presets, form, isAllowed, test, told, children, note, hint } = props;
  const { assist: text, policy: locks } = useText();
  const [isRemoving, setRemoving] = useState(false);
  const { policy } = useManaged();
  const { stored, outcome } = form;
  const isBusy = outcome?.kind === 'testing' || stored === undefined || !isAllowed;
  return (
    <section className={styles.section} aria-label={words.title}>
      <h2 className={page.section}>{words.title}</h2>
      <p className={page.note}>{words.intro}</p>
      {policy?.providers && <LockLine />}
      <div className={styles.form}>
        <NativeSelect
          size="xs"
          label={words.preset}
          value={form.fields.preset}
          onChange={(event) => form.choose(event.currentTarget.value as Preset)}
          data={presets}
        />
        {children(isBusy)}
      </div>
      {note}
      <div className={styles.buttons}>
        <Button size="xs" disabled={isBusy} onClick={() => void form.save()}>
          {text.save}
        </Button>
        {test !== null && (
          <Button size="xs" variant="default" disabled={isBusy} onClick={() => void form.test()}>
            {test}
          </Button>
        )}
        {stored && (
          <Button size="xs" variant="default" onClick={() => setRemoving(true)}>
            {text.remove}
          </Button>
        )}
      </div>
      <div role="status" className={styles.outcome}>
        {isAllowed ? (outcome ? told : stored === null && words.none) : locks.providerRefused}
      </div>
      {hint !== undefined && <p className={page.note}>{hint}</p>}
      <Confirm
        isOpen={isRemoving}
        title={text.removeTitle}
        yes={text.remove}
        onYes={async () => {
          await form.remove();
          return null;
        }}
        onClose={() => setRemoving(false)}
      >
        <p>{words.removeText}</p>
      </Confirm>
    </section>
  );
}
