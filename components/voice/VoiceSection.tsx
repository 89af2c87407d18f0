import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { transcriberIds, transcribers } from '../../lib/llm/transcribers.ts';
import { isTranscriberAllowed } from '../../lib/policy/locks.ts';
import page from '../console/page.module.css';
import { Confirm } from '../frame/Confirm.tsx';
import { useText } from '../frame/use-text.ts';
import { LockLine } from '../policy/Lock.tsx';
import { Passed } from '../room/FindingList.tsx';
import { EndpointFields } from '../settings/EndpointFields.tsx';
import styles from '../settings/model.module.css';
import { ProviderTrouble } from '../settings/ProviderTrouble.tsx';
import { useManaged } from '../use-log.ts';
import { DeviceNote } from './DeviceNote.tsx';
import { type Outcome, useTranscriberForm } from './use-transcriber-form.ts';

/** Who turns the host's voice into text, if anybody: whose, where, with which key and model. */
export function VoiceSection() {
  const { voice: text, assist } = useText();
  const form = useTranscriberForm();
  const [isRemoving, setRemoving] = useState(false);
  const { fields, stored, outcome, change } = form;
  const { needsKey, keys } = transcribers[fields.preset];
  const isDevice = fields.preset === 'device';
  const { policy } = useManaged();
  const isRefused = !isTranscriberAllowed(policy, fields.address);
  const isBusy = outcome?.kind === 'testing' || stored === undefined || isRefused;
  return (
    <section className={styles.section} aria-label={text.settings}>
      <h2 className={page.section}>{text.settings}</h2>
      <p className={page.note}>{text.settingsIntro}</p>
      {policy?.providers && <LockLine />}
      <div className={styles.form}>
        <NativeSelect
          size="xs"
          label={text.preset}
          value={fields.preset}
          onChange={(event) => form.choose(event.currentTarget.value as typeof fields.preset)}
          data={transcriberIds.map((value) => ({
            value,
            label: text.presets[value],
            disabled: value !== 'custom' && !isTranscriberAllowed(policy, transcribers[value].address),
          }))}
        />
        {!isDevice && (
          <>
            <EndpointFields
              fields={fields}
              hasKey={Boolean(stored?.key)}
              needsKey={needsKey}
              keys={keys}
              onChange={change}
            />
            <TextInput
              size="xs"
              label={text.language}
              maxLength={8}
              value={fields.language}
              onChange={(event) => change({ language: event.currentTarget.value })}
            />
          </>
        )}
      </div>
      {isDevice && <DeviceNote />}
      <div className={styles.buttons}>
        <Button size="xs" disabled={isBusy} onClick={() => void form.save()}>
          {assist.save}
        </Button>
        {!isDevice && (
          <Button size="xs" variant="default" disabled={isBusy} onClick={() => void form.test()}>
            {text.test}
          </Button>
        )}
        {stored && (
          <Button size="xs" variant="default" onClick={() => setRemoving(true)}>
            {assist.remove}
          </Button>
        )}
      </div>
      <div role="status">
        {outcome ? <Told outcome={outcome} /> : stored === null && <p className={page.note}>{text.none}</p>}
      </div>
      <Confirm
        isOpen={isRemoving}
        title={assist.removeTitle}
        yes={assist.remove}
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

/** How saving or testing went, and what to do next. */
function Told({ outcome }: { outcome: Outcome }) {
  const { voice: text, assist } = useText();
  switch (outcome.kind) {
    case 'problem':
      return <b>{assist.problems[outcome.problem]}</b>;
    case 'failed':
      return <ProviderTrouble failure={outcome.failure} />;
    case 'tested':
      return <Passed label={text.tested((outcome.ms / 1000).toFixed(1))} />;
    default:
      return assist[outcome.kind];
  }
}
