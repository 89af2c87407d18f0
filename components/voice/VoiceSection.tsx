import { TextInput } from '@mantine/core';
import { transcriberIds, transcribers } from '../../lib/llm/transcribers.ts';
import { isTranscriberAllowed } from '../../lib/policy/locks.ts';
import { useText } from '../frame/use-text.ts';
import { Passed } from '../room/FindingList.tsx';
import { EndpointFields } from '../settings/EndpointFields.tsx';
import { EndpointSection } from '../settings/EndpointSection.tsx';
import { ProviderTrouble } from '../settings/ProviderTrouble.tsx';
import { useManaged } from '../use-log.ts';
import { DeviceNote } from './DeviceNote.tsx';
import { type Outcome, useTranscriberForm } from './use-transcriber-form.ts';

/** Who turns the host's voice into text, if anybody: whose, where, with which key and model. */
export function VoiceSection() {
  const { voice: text } = useText();
  const form = useTranscriberForm();
  const { policy } = useManaged();
  const { fields, stored, outcome, change } = form;
  const { needsKey, keys } = transcribers[fields.preset];
  const isDevice = fields.preset === 'device';
  return (
    <EndpointSection
      words={{ ...text, title: text.settings, intro: text.settingsIntro }}
      presets={transcriberIds.map((value) => ({
        value,
        label: text.presets[value],
        disabled: value !== 'custom' && !isTranscriberAllowed(policy, transcribers[value].address),
      }))}
      form={form}
      isAllowed={isTranscriberAllowed(policy, fields.address)}
      test={isDevice ? null : text.test}
      told={outcome && <Told outcome={outcome} />}
      note={isDevice && <DeviceNote />}
    >
      {() =>
        !isDevice && (
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
        )
      }
    </EndpointSection>
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
