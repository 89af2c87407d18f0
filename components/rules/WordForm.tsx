import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Scope } from '../../lib/compliance/types.ts';
import type { Mark } from '../../lib/lists/lines.ts';
import { termLimit } from '../../lib/lists/word-list.ts';
import { useText } from '../frame/use-text.ts';
import type { Proposal } from '../intake/tasks.ts';
import { WhatIfDialog } from '../intake/WhatIfDialog.tsx';
import { useDesk } from './desk.ts';
import { useMarkNames } from './mark-names.ts';
import { ScopeSelect } from './ScopeSelect.tsx';
import styles from './tree.module.css';
import type { Words } from './tree-rows.ts';
import { withWord } from './words.ts';

const marks: readonly Mark[] = ['S3', 'S2', 'S1', 'allow'];

/** Adds a word to a list: banned in one of three degrees, or let through. */
export function WordForm({ words }: { words: Words }) {
  const text = useText();
  const { sessions, changeWords } = useDesk();
  const names = useMarkNames();
  const [typed, setTyped] = useState('');
  const [mark, setMark] = useState<Mark>('S3');
  const [scope, setScope] = useState<Scope>();
  const [tried, setTried] = useState<Proposal | null>(null);
  const word = typed.trim();
  const known = words.content?.[mark === 'allow' ? 'allow' : 'terms'] ?? [];
  const problem =
    word.length > termLimit
      ? text.rules.tooLong
      : !/[\p{L}\p{N}]/u.test(word)
        ? text.lists.problems.noLetters
        : known.some((one) => one.text === word)
          ? text.rules.exists
          : null;

  const base = { text: word, ...(scope && { scope }) };
  const put = async () => {
    await changeWords(words, (content) =>
      withWord(content, mark === 'allow' ? base : { ...base, severity: mark }),
    );
    setTyped('');
  };
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (word && !problem) void put();
  };
  return (
    <form className={styles.form} onSubmit={add} aria-label={words.name}>
      <TextInput
        size="xs"
        data-main
        aria-label={text.lists.word}
        placeholder={mark === 'allow' ? text.lists.allowHint : text.lists.word}
        value={typed}
        error={word && problem}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        aria-label={text.lists.kind}
        value={mark}
        onChange={(event) => setMark(event.currentTarget.value as Mark)}
        data={marks.map((value) => ({ value, label: names[value] }))}
      />
      <ScopeSelect label={text.rules.scope} scope={scope} sessions={sessions} onChange={setScope} />
      <Button size="xs" variant="default" type="submit" disabled={!word || problem !== null}>
        {text.common.add}
      </Button>
      <Button
        size="xs"
        variant="subtle"
        disabled={!word || problem !== null}
        onClick={() =>
          setTried(
            mark === 'allow'
              ? { kind: 'phrase', phrase: base }
              : { kind: 'term', term: { ...base, severity: mark } },
          )
        }
      >
        {text.intake.tryOut}
      </Button>
      {tried && (
        <WhatIfDialog
          title={word}
          proposal={tried}
          yes={text.common.add}
          onApply={put}
          onClose={() => setTried(null)}
        />
      )}
    </form>
  );
}
