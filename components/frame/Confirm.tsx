import { Button, Group, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useText } from './use-text.ts';

interface Props {
  isOpen: boolean;
  title: string;
  yes: string;
  children: ReactNode;
  /** what went wrong, or null when it is done */
  onYes(): Promise<string | null>;
  onClose(): void;
}

/** Asks before something that cannot be undone. */
export function Confirm({ isOpen, title, yes, children, onYes, onClose }: Props) {
  const text = useText();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const confirm = async () => {
    setBusy(true);
    const failed = await onYes();
    setBusy(false);
    setProblem(failed);
    if (!failed) onClose();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      {children}
      {problem && <p role="alert">{problem}</p>}
      <Group justify="flex-end" gap="sm">
        <Button size="xs" variant="default" data-autofocus onClick={onClose}>
          {text.common.cancel}
        </Button>
        <Button size="xs" loading={isBusy} onClick={confirm}>
          {yes}
        </Button>
      </Group>
    </Modal>
  );
}
