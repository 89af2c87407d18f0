import { Button, TextInput } from '@mantine/core';
import { presetIds, presets } from '../../lib/llm/presets.ts';
import { isPresetOffered, isProviderAllowed } from '../../lib/policy/locks.ts';
import { useText } from '../frame/use-text.ts';
import { useManaged } from '../use-log.ts';
import { EndpointFields } from './EndpointFields.tsx';
import { EndpointSection } from './EndpointSection.tsx';
import { ModelOutcome } from './ModelOutcome.tsx';
import { useProviderForm } from './use-provider-form.ts';

/** The model provider, if one is wanted: whose, where, with which key and model, and how often. */
export function ModelSection() {
  const { assist: text } = useText();
  const form = useProviderForm();
  const { policy } = useManaged();
  const { fields, stored, models, outcome, change } = form;
  const { needsKey, keys } = presets[fields.preset];

  return (
    <EndpointSection
      words={text}
      presets={presetIds
        .filter((id) => isPresetOffered(policy, id))
        .map((value) => ({ value, label: text.presets[value] }))}
      form={form}
      isAllowed={isProviderAllowed(policy, fields)}
      test={text.test}
      told={outcome && <ModelOutcome outcome={outcome} />}
      hint={text.keyHint}
    >
      {(isBusy) => (
        <>
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
        </>
      )}
    </EndpointSection>
  );
}
