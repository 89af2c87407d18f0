import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { Session } from '../../lib/model.ts';
import { addressOf } from '../console/use-route.ts';
import { useText } from '../frame/use-text.ts';
import { useActs } from '../room/use-acts.ts';
import { ProfileLine } from './ProfileLine.tsx';
import styles from './profile.module.css';
import { tellWhy } from './tell-holding.ts';
import { useHoldingNote, useProfiles } from './use-profiles.ts';

interface Props {
  session: Pick<Session, 'platform' | 'roomId'>;
  onConsole(address: string): void;
}

/** Which profiles hold in the room and why; pressed, they can be switched there. */
export function ProfileButton({ session: { platform, roomId: room }, onConsole }: Props) {
  const text = useText();
  const words = text.profile;
  const profiles = useProfiles({ platform, room });
  const [isOpen, setOpen] = useState(false);
  useHoldingNote({ platform, room });
  useActs({ profile: () => setOpen(true) });
  const names = profiles.holding.map(({ profile }) => profile.name).join('、') || words.none;
  const why = profiles.holding.map((one) => `${one.profile.name}：${tellWhy(one, text)}`).join('\n');
  return (
    <>
      <button
        type="button"
        className={styles.chip}
        data-on={profiles.holding.length > 0}
        title={why || words.choose}
        onClick={() => setOpen(true)}
      >
        {words.chip(names)}
      </button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={words.choose}
        transitionProps={{ duration: 0 }}
        closeButtonProps={{ 'aria-label': text.common.close }}
      >
        <p className={styles.hint}>{words.here}</p>
        {profiles.all.map((profile) => (
          <ProfileLine key={profile.id} profile={profile} profiles={profiles} />
        ))}
        <Button size="xs" variant="default" mt="sm" onClick={() => onConsole(addressOf('profiles'))}>
          {words.editAll}
        </Button>
      </Modal>
    </>
  );
}
