import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { proves, ruleCatalogue } from '../../lib/compliance/index.ts';
import { type Evidence, evidenceKinds } from '../../lib/compliance/types.ts';
import { termLimit } from '../../lib/lists/word-list.ts';
import { useText } from '../frame/use-text.ts';
import type { ShopProps } from './Shop.tsx';
import styles from './side.module.css';

const categories = ruleCatalogue.flatMap((list) => list.categories);
const longestNumber = 60;

/** Midnight after the day written as 2027-06-30, in local time. */
const endOf = (day: string): number => {
  const date = new Date(`${day}T00:00`);
  return date.setDate(date.getDate() + 1);
};

/** Adds a paper: its kind, what it proves, its number, its last day. */
export function EvidenceForm({ rules, change }: ShopProps) {
  const text = useText();
  const [kind, setKind] = useState<Evidence['kind']>('report');
  const [covers, setCovers] = useState('');
  const [words, setWords] = useState('');
  const [number, setNumber] = useState('');
  const [day, setDay] = useState('');
  const provable = categories.filter(({ id }) => proves(kind, id));
  const target = covers === '' ? words.trim() : covers;
  const isKnown = rules.evidence.some(
    (one) => one.kind === kind && one.covers === target && one.number === (number.trim() || undefined),
  );
  const problem = isKnown ? text.rules.exists : null;
  const isReady = target !== '' && day !== '' && problem === null;

  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const paper: Evidence = {
      kind,
      covers: target,
      until: endOf(day),
      ...(number.trim() && { number: number.trim() }),
    };
    void change((before) => ({ ...before, evidence: [...before.evidence, paper] }));
    setWords('');
    setNumber('');
  };

  return (
    <form className={styles.paper} onSubmit={add}>
      <NativeSelect
        size="xs"
        label={text.rules.evidence}
        value={kind}
        onChange={(event) => {
          const next = event.currentTarget.value as Evidence['kind'];
          setKind(next);
          if (covers !== '' && !proves(next, covers)) setCovers('');
        }}
        data={evidenceKinds.map((value) => ({ value, label: text.rules.evidenceKinds[value] }))}
      />
      <NativeSelect
        size="xs"
        label={text.rules.covers}
        value={covers}
        onChange={(event) => setCovers(event.currentTarget.value)}
        data={[
          { value: '', label: text.rules.coversWords },
          ...provable.map(({ id, name }) => ({ value: id, label: `${id} ${name}` })),
        ]}
      />
      {covers === '' && (
        <TextInput
          size="xs"
          label={text.rules.words}
          placeholder={text.rules.coversHint}
          maxLength={termLimit}
          value={words}
          error={problem}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <TextInput
        size="xs"
        label={text.rules.number}
        maxLength={longestNumber}
        value={number}
        error={covers !== '' && problem}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        type="date"
        label={text.rules.until}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Button size="xs" variant="default" type="submit" disabled={!isReady}>
        {text.common.add}
      </Button>
    </form>
  );
}
