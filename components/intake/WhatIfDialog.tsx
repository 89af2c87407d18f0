import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../frame/use-text.ts';
import styles from './intake.module.css';
import type { Proposal } from './tasks.ts';
import { useIntake } from './use-intake.ts';
import { WhatIfView } from './WhatIfView.tsx';

interface Props {
  title: string;
  proposal: Proposal;
  /** what the button that applies it says */
  yes?: string;
  /** without it the dialog only shows */
  onApply?(): Promise<unknown>;
  onClose(): void;
}

/** Shows what a change would flag before it is made. */
export function WhatIfDialog({ title, proposal, yes, onApply, onClose }: Props) {
  const text = useText();
  const { line, stop } = useIntake();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const apply = async () => {
    setBusy(true);
    try {
      await onApply?.();
      onClose();
    } catch {
      setProblem(text.intake.failed);
    }
    setBusy(false);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={760}
      title={title}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <WhatIfView line={line} stop={stop} proposal={proposal} />
      {problem && <p role="alert">{problem}</p>}
      <div className={styles.bar} data-end>
        <Button size="xs" variant="default" onClick={onClose}>
          {onApply ? text.common.cancel : text.common.close}
        </Button>
        {onApply && (
          <Button size="xs" loading={isBusy} onClick={() => void apply()}>
            {yes ?? text.intake.apply}
          </Button>
        )}
      </div>
    </Modal>
  );
}
