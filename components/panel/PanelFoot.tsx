import { Button } from '@mantine/core';
import type { Session } from '../../lib/model.ts';
import type { LiveRoom } from '../../lib/view/live.ts';
import { useText } from '../frame/use-text.ts';
import { ProfileButton } from '../profile/ProfileButton.tsx';
import { NoteForm } from '../replay/NoteForm.tsx';
import { useActs } from '../room/use-acts.ts';
import styles from './panel.module.css';
import { useRecorder } from './use-recorder.ts';

interface Props {
  session: Session;
  room: LiveRoom;
  onRewind(): void;
  onConsole(address: string): void;
}

/** A note on this moment, and the way back in time. */
export function PanelFoot({ session, room, onRewind, onConsole }: Props) {
  const text = useText();
  const { recorder, unwritten } = useRecorder(session.id);
  useActs({ rewind: onRewind });
  return (
    <footer className={styles.foot}>
      <NoteForm
        placeNow={() => ({ of: Date.now(), place: room.view().state.seq })}
        onNote={(note) => {
          const at = Date.now();
          recorder?.record({ kind: 'mark', at, seenAt: at, ...note });
        }}
      />
      {unwritten > 0 && <span className={styles.loading}>{text.replies.notLogged}</span>}
      <ProfileButton session={session} onConsole={onConsole} />
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        title={text.timeline.rewindHint}
        onClick={onRewind}
      >
        {text.timeline.rewind}
      </Button>
    </footer>
  );
}
