import { Button, Group, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../frame/use-text.ts';
import { LockLine } from '../policy/Lock.tsx';
import { useManaged } from '../use-log.ts';
import styles from './export.module.css';

/** Who wants the real names, and why: both go into the ledger. */
export interface Unmask {
  who: string;
  why: string;
}

interface Props {
  unmask: Unmask | null;
  onChange(unmask: Unmask | null): void;
}

/** Names are masked; to have them a person says who they are and what for. */
export function MaskChoice({ unmask, onChange }: Props) {
  const text = useText();
  const words = text.export.unmask;
  const isLocked = useManaged().policy?.maskedExports ?? false;
  const [asked, setAsked] = useState<Unmask | null>(null);
  const wish = asked && { who: asked.who.trim(), why: asked.why.trim() };
  const decide = (decided: Unmask | null) => {
    setAsked(null);
    onChange(decided);
  };
  return (
    <div>
      <Switch
        size="xs"
        label={text.export.mask}
        description={unmask ? `${unmask.who}：${unmask.why}` : text.export.maskHint}
        disabled={isLocked}
        checked={isLocked || !unmask}
        onChange={() => (unmask ? decide(null) : setAsked({ who: '', why: '' }))}
      />
      {isLocked && <LockLine />}
      {asked && !isLocked && (
        <section className={styles.ask} aria-label={words.title}>
          <b>{words.title}</b>
          <p>{words.text}</p>
          <Group gap="sm" align="end">
            <TextInput
              size="xs"
              label={words.who}
              maxLength={40}
              data-autofocus
              value={asked.who}
              onChange={(event) => setAsked({ ...asked, who: event.currentTarget.value })}
            />
            <TextInput
              size="xs"
              label={words.why}
              maxLength={200}
              className={styles.why ?? ''}
              value={asked.why}
              onChange={(event) => setAsked({ ...asked, why: event.currentTarget.value })}
            />
          </Group>
          <Group gap="sm" mt="sm">
            <Button size="xs" variant="default" onClick={() => decide(null)}>
              {words.masked}
            </Button>
            <Button size="xs" disabled={!wish?.who || !wish.why} onClick={() => decide(wish)}>
              {words.yes}
            </Button>
          </Group>
        </section>
      )}
    </div>
  );
}
