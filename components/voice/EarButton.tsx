import { ActionIcon } from '@mantine/core';
import { useState } from 'react';
import type { Session } from '../../lib/model.ts';
import type { RoomState } from '../../lib/room/state.ts';
import type { Voice } from '../../lib/room/voice.ts';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import { EarDialog } from './EarDialog.tsx';
import { useEar } from './use-ear.ts';
import styles from './voice.module.css';

interface Props {
  session: Session;
  state: RoomState;
  onConsole(address: string): void;
}

/** Is the host listened to? Always in view, for it must never be a secret. */
export function EarButton({ session, state, onConsole }: Props) {
  const { voice: text } = useText();
  const ear = useEar(session, toldOf(state.voice));
  const [isOpen, setOpen] = useState(false);
  const told = text.states[ear.state];
  return (
    <>
      <ActionIcon
        className={styles.ear}
        data-state={ear.state}
        data-speech={ear.pulse?.isSpeech ?? false}
        variant="subtle"
        color="gray"
        size="sm"
        aria-haspopup="dialog"
        aria-label={`${text.open} · ${told}`}
        title={told}
        onClick={() => setOpen(true)}
      >
        <Icon name="mic" />
      </ActionIcon>
      {isOpen && (
        <EarDialog
          ear={ear}
          voice={state.voice}
          hasTab={session.tabId !== null}
          onConsole={onConsole}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** What the log says: a source that was never given back is heard no more once nobody tells of it. */
const toldOf = ({ source, trouble }: Voice) => (source !== null ? 'on' : trouble === 'lost' ? 'lost' : 'off');
