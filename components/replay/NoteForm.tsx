import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { formatClock } from '../../lib/i18n/format.ts';
import { limits } from '../../lib/limits.ts';
import { useText } from '../frame/use-text.ts';
import { useActs } from '../room/use-acts.ts';
import styles from './replay.module.css';

/** The moment a note is about. */
export interface Place {
  of: number;
  place: number;
}

interface Props {
  /** asked when the form is opened: the room may go on while somebody writes */
  placeNow(): Place;
  onNote(note: Place & { text: string }): void;
}

/** A few words about the shown moment. */
export function NoteForm({ placeNow, onNote }: Props) {
  const text = useText();
  const words = text.timeline;
  const [place, setPlace] = useState<Place | null>(null);
  const [said, setSaid] = useState('');
  const [isDone, setDone] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const open = () => {
    setDone(false);
    setSaid('');
    setPlace(placeNow());
  };
  const close = () => {
    setPlace(null);
    button.current?.focus();
  };
  useActs({ note: open }, place === null);
  useEffect(() => {
    if (!isDone) return;
    const timer = setTimeout(() => setDone(false), 2000);
    return () => clearTimeout(timer);
  }, [isDone]);

  return (
    <div className={styles.note}>
      <Button
        ref={button}
        size="compact-sm"
        variant="default"
        title={words.noteHint}
        onClick={place ? close : open}
        aria-expanded={place !== null}
      >
        {words.note}
      </Button>
      <output className={styles.said}>{isDone && words.noted}</output>
      {place && (
        <form
          className={styles.noteForm}
          onSubmit={(event) => {
            event.preventDefault();
            onNote({ ...place, text: said.trim() });
            setDone(true);
            close();
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            close();
          }}
        >
          <TextInput
            size="xs"
            data-autofocus
            autoFocus
            maxLength={limits.text}
            leftSection={<time className={styles.noteTime}>{formatClock(place.of)}</time>}
            leftSectionWidth={66}
            aria-label={`${words.note} ${formatClock(place.of)}`}
            placeholder={words.notePlaceholder}
            value={said}
            onChange={(event) => setSaid(event.currentTarget.value)}
          />
          <Button size="xs" type="submit">
            {words.noteSave}
          </Button>
        </form>
      )}
    </div>
  );
}
