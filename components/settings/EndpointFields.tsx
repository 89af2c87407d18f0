import { TextInput } from '@mantine/core';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import styles from './model.module.css';

interface Endpoint {
  address: string;
  key: string;
  model: string;
}

interface Props {
  fields: Endpoint;
  /** one is stored, which is never shown */
  hasKey: boolean;
  needsKey: boolean;
  /** where a key is made */
  keys?: string | undefined;
  modelHint?: string;
  /** id of a list of names to choose from */
  models?: string;
  onChange(part: Partial<Endpoint>): void;
}

/** Where an endpoint is, with which key it is asked, and for which model. */
export function EndpointFields({ fields, hasKey, needsKey, keys, modelHint, models, onChange }: Props) {
  const { assist: text } = useText();
  return (
    <>
      <TextInput
        size="xs"
        type="url"
        label={text.address}
        placeholder="https://…/v1"
        maxLength={300}
        value={fields.address}
        onChange={(event) => onChange({ address: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        type="password"
        autoComplete="off"
        label={text.key}
        placeholder={hasKey ? text.keySaved : needsKey ? text.keyNeeded : text.keyNone}
        maxLength={500}
        value={fields.key}
        onChange={(event) => onChange({ key: event.currentTarget.value })}
      />
      {keys ? (
        <a className={styles.link} href={keys} target="_blank" rel="noreferrer">
          {text.keyWhere} <Icon name="open" size={12} />
        </a>
      ) : (
        <span />
      )}
      <TextInput
        size="xs"
        label={text.model}
        {...(modelHint !== undefined && { description: modelHint })}
        {...(models !== undefined && { list: models })}
        maxLength={200}
        value={fields.model}
        onChange={(event) => onChange({ model: event.currentTarget.value })}
      />
    </>
  );
}
