import { TextInput } from '@mantine/core';
import { useText } from '../frame/use-text.ts';
import styles from './storage.module.css';

export interface Reason {
  who: string;
  why: string;
}

export const noReason: Reason = { who: '', why: '' };
export const isGiven = ({ who, why }: Reason): boolean => who.trim() !== '' && why.trim() !== '';

/** Who does something and why, for the ledger. */
export function WhoWhy({
  reason,
  example,
  onChange,
}: {
  reason: Reason;
  example?: string;
  onChange(reason: Reason): void;
}) {
  const { keep: text } = useText();
  return (
    <div className={styles.row}>
      <TextInput
        size="xs"
        label={text.who}
        maxLength={40}
        value={reason.who}
        onChange={(event) => onChange({ ...reason, who: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        className={styles.wide ?? ''}
        label={text.why}
        placeholder={example}
        maxLength={200}
        value={reason.why}
        onChange={(event) => onChange({ ...reason, why: event.currentTarget.value })}
      />
    </div>
  );
}
