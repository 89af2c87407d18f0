import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { presetIds, presets } from '../../lib/llm/presets.ts';
import { isPresetOffered, isProviderAllowed } from '../../lib/policy/locks.ts';
import page from '../console/page.module.css';
import { Confirm } from '../frame/Confirm.tsx';
import { useText } from '../frame/use-text.ts';
import { LockLine } from '../policy/Lock.tsx';
import { useManaged } from '../use-log.ts';
import { EndpointFields } from './EndpointFields.tsx';
import { ModelOutcome } from './ModelOutcome.tsx';
import styles from './model.module.css';
import { useProviderForm } from './use-provider-form.ts';

/** The model provider, if one is wanted: whose, where, with which key and model, and how often. */
export function ModelSection() {
  const { assist: text, policy: words } = useText();
  const form = useProviderForm();
  const [isRemoving, setRemoving] = useState(false);
  const { policy } = useManaged();
  const { fields, stored, models, outcome, change } = form;
  const { needsKey, keys } = presets[fields.preset];
  const isRefused = !isProviderAllowed(policy, fields);
  const isBusy = outcome?.kind === 'testing' || stored === undefined || isRefused;

  return (
    <section className={styles.section} aria-label={text.title}>
      <h2 className={page.section}>{text.title}</h2>
      <p className={page.note}>{text.intro}</p>
      {policy?.providers && <LockLine />}
      <div className={styles.form}>
        <NativeSelect
          size="xs"
          label={text.preset}
          value={fields.preset}
          onChange={(event) => form.choose(event.currentTarget.value as typeof fields.preset)}
          data={presetIds
            .filter((id) => isPresetOffered(policy, id))
            .map((value) => ({ value, label: text.presets[value] }))}
        />
        <EndpointFields
          fields={fields}
          hasKey={Boolean(stored?.key)}
          needsKey={needsKey}
          keys={keys}
          modelHint={text.modelHint}
          models="models"
          onChange={change}
        />
        <datalist id="models">
          {models.map((id) => (
            <option key={id} value={id} />
          ))}
        </datalist>
        <Button size="xs" variant="default" disabled={isBusy} onClick={() => void form.list()}>
          {text.list}
        </Button>
        {(['perMinute', 'perSession'] as const).map((budget) => (
          <TextInput
            key={budget}
            size="xs"
            type="number"
            min={1}
            label={text[budget]}
            rightSection={text.calls}
            rightSectionWidth={48}
            value={fields[budget]}
            onChange={(event) => change({ [budget]: event.currentTarget.value })}
          />
        ))}
      </div>
      <div className={styles.buttons}>
        <Button size="xs" disabled={isBusy} onClick={() => void form.save()}>
          {text.save}
        </Button>
        <Button size="xs" variant="default" disabled={isBusy} onClick={() => void form.test()}>
          {text.test}
        </Button>
        {stored && (
          <Button size="xs" variant="default" onClick={() => setRemoving(true)}>
            {text.remove}
          </Button>
        )}
      </div>
      <div role="status" className={styles.outcome}>
        {isRefused ? (
          words.providerRefused
        ) : outcome ? (
          <ModelOutcome outcome={outcome} />
        ) : (
          stored === null && text.none
        )}
      </div>
      <p className={page.note}>{text.keyHint}</p>
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
        <p>{text.removeText}</p>
      </Confirm>
    </section>
  );
}
