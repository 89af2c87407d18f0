import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ProductFacts } from '../../lib/assist/types.ts';
import { useText } from '../frame/use-text.ts';
import type { Asked, RoomActions } from './actions.ts';
import { KeyHint } from './KeyHint.tsx';
import styles from './replies.module.css';
import { useActs } from './use-acts.ts';

interface Props {
  question: Asked;
  /** what to say; may be empty */
  words: string;
  product: ProductFacts | null;
  actions: RoomActions;
}

/** Puts the question with the words in hand before the host. */
export function PromptButton({ question, words, product, actions }: Props) {
  const { prompter } = useText();
  const [blocked, setBlocked] = useState<string | null>(null);
  const put = () => {
    const isUp = actions.prompt({
      id: question.id,
      what: question.people !== undefined ? 'question' : 'comment',
      by: 'control',
      asked: question.text,
      words,
      product,
    });
    setBlocked(isUp ? null : words);
  };
  useActs({ prompt: put });
  return (
    <>
      <Button size="compact-sm" variant="default" title={prompter.putHint} onClick={put}>
        {prompter.put} <KeyHint act="prompt" />
      </Button>
      {blocked !== null && blocked === words && (
        <b role="status" className={styles.stopped}>
          {prompter.blocked}
        </b>
      )}
    </>
  );
}
