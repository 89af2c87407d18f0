import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Level } from '../../lib/compliance/types.ts';
import {
  type Lasts,
  longestWord,
  type Place,
  type Reach,
  reaches,
  scopeOf,
  spans,
  withPhrase,
  withTerm,
  wordOf,
} from '../../lib/moderate/deeds.ts';
import { useText } from '../frame/use-text.ts';
import { useRules } from '../use-log.ts';
import styles from './desk.module.css';
import type { Deeds } from './use-deeds.ts';

interface Props {
  words: string;
  place: Place | null;
  deeds: Deeds;
  onDone(): void;
}

const levels = ['S3', 'S2', 'S1'] as const satisfies readonly Level[];

/** Bans or allows a few words: how far it reaches and how long it holds are chosen here. */
export function WordForm({ words, place, deeds, onDone }: Props) {
  const text = useText();
  const { moderate } = text;
  const [{ product }] = useRules();
  const [typed, setTyped] = useState(words);
  const [severity, setSeverity] = useState<Level>('S3');
  const [reach, setReach] = useState<Reach>(place ? 'room' : 'all');
  const [lasts, setLasts] = useState<Lasts>('always');
  const word = wordOf(typed);
  const isTooLong = typed.trim().length > longestWord;

  const set = (isBanned: boolean) => {
    if (!word) return;
    const scope = scopeOf(reach, lasts, { place, product, now: Date.now() });
    const said = isBanned ? moderate.banned(word) : moderate.allowed(word);
    void deeds.change(said, (rules) =>
      isBanned ? withTerm(rules, word, severity, scope) : withPhrase(rules, word, scope),
    );
    onDone();
  };
  const names = {
    room: '',
    platform: place ? text.platforms[place.platform] : '',
    product: text.rules.trades[product],
    all: '',
  };
  return (
    <section className={styles.form}>
      <TextInput
        size="xs"
        label={moderate.words}
        data-autofocus
        value={typed}
        error={isTooLong ? moderate.wordsTooLong : null}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className={styles.choices}>
        <NativeSelect
          size="xs"
          label={moderate.reach}
          value={reach}
          onChange={(event) => setReach(event.currentTarget.value as Reach)}
          data={reaches
            .filter((one) => place || (one !== 'room' && one !== 'platform'))
            .map((one) => ({ value: one, label: moderate.reaches[one](names[one]) }))}
        />
        <NativeSelect
          size="xs"
          label={moderate.lasts}
          value={lasts}
          onChange={(event) => setLasts(event.currentTarget.value as Lasts)}
          data={spans
            .filter((one) => place || one !== 'session')
            .map((one) => ({ value: one, label: moderate.spans[one] }))}
        />
        <NativeSelect
          size="xs"
          label={moderate.severity}
          value={severity}
          onChange={(event) => setSeverity(event.currentTarget.value as Level)}
          data={levels.map((one) => ({ value: one, label: text.findings.severity[one] }))}
        />
      </div>
      <div className={styles.acts}>
        <Button size="compact-xs" disabled={!word} onClick={() => set(true)}>
          {moderate.ban}
        </Button>
        <Button size="compact-xs" variant="default" disabled={!word} onClick={() => set(false)}>
          {moderate.allow}
        </Button>
      </div>
    </section>
  );
}
