import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useText } from '../frame/use-text.ts';
import styles from './edit.module.css';

const longestName = 40;

interface Props {
  title: string;
  first?: string;
  yes: string;
  onName(name: string): Promise<unknown>;
  onClose(): void;
}

/** Asks for a list's name. */
export function NameDialog({ title, first = '', yes, onName, onClose }: Props) {
  const text = useText();
  const [typed, setTyped] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const name = typed.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!name) return;
    onName(name).then(onClose, () => setProblem(text.lists.failed));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <form onSubmit={submit} className={styles.ask}>
        <TextInput
          size="xs"
          data-autofocus
          aria-label={text.lists.name}
          placeholder={text.lists.name}
          maxLength={longestName}
          value={typed}
          error={problem}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" disabled={!name}>
          {yes}
        </Button>
      </form>
    </Modal>
  );
}
