import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { shortestReason } from '../../lib/compliance/overrule.ts';
import { useText } from '../frame/use-text.ts';
import styles from './replies.module.css';

/** Fills against the rules: a person says why, and that is written down. */
export function Overrule({ isFilling, onFill }: { isFilling: boolean; onFill(reason: string): void }) {
  const text = useText();
  const [reason, setReason] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const isOpen = reason !== null;
  useEffect(() => {
    if (isOpen) field.current?.focus();
  }, [isOpen]);
  const isReady = (reason ?? '').trim().length >= shortestReason && !isFilling;

  if (reason === null) {
    return (
      <div className={styles.reason}>
        <Button size="compact-xs" variant="default" onClick={() => setReason('')}>
          {text.assist.overrule}
        </Button>
      </div>
    );
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    if (event.key === 'Escape') setReason(null);
    if (event.key === 'Enter' && isReady) onFill(reason);
  };
  return (
    <div className={styles.reason}>
      <TextInput
        size="xs"
        ref={field}
        maxLength={200}
        aria-label={text.assist.overruleReason}
        placeholder={text.assist.overruleReason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={press}
      />
      <Button size="xs" variant="default" disabled={!isReady} onClick={() => onFill(reason)}>
        {text.assist.overruleDo}
      </Button>
    </div>
  );
}
