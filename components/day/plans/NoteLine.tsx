import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { limits } from '../../../lib/limits.ts';
import { useText } from '../../frame/use-text.ts';
import styles from './plans.module.css';

/** One line to write something down by. */
export function NoteLine({ onNote }: { onNote(text: string): void }) {
  const { plans: text } = useText();
  const [note, setNote] = useState('');
  return (
    <form
      className={styles.note}
      onSubmit={(event) => {
        event.preventDefault();
        if (note.trim() === '') return;
        onNote(note.trim());
        setNote('');
      }}
    >
      <TextInput
        size="xs"
        aria-label={text.live.note}
        placeholder={text.live.note}
        maxLength={limits.text}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button size="compact-sm" variant="default" type="submit" disabled={note.trim() === ''}>
        {text.live.noteSave}
      </Button>
    </form>
  );
}
