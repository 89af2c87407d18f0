import { Button } from '@mantine/core';
import type { Session } from '../../lib/model.ts';
import { useText } from '../frame/use-text.ts';
import { ReplayRoom } from '../replay/ReplayRoom.tsx';
import { Empty } from '../room/Empty.tsx';
import type { RoomProps } from '../room/RoomTabs.tsx';
import { useActs } from '../room/use-acts.ts';
import { useReplay } from '../use-log.ts';
import styles from './panel.module.css';

interface Props extends Pick<RoomProps, 'checker'> {
  session: Session;
  /** the first seq that the live room does not show yet */
  from: number;
  onLive(): void;
}

/** A running room looked at again while it goes on; nothing can be filled from the past. */
export function Rewind({ session, from, onLive, ...rules }: Props) {
  const text = useText();
  const replay = useReplay(session.id, from);
  useActs({ rewind: onLive });
  return (
    <>
      <p className={styles.past} role="status">
        {text.timeline.rewind}
        <Button size="compact-sm" onClick={onLive}>
          {text.timeline.goLive}
        </Button>
      </p>
      {replay ? (
        <ReplayRoom session={session} replay={replay} {...rules} isWide={false} />
      ) : (
        <Empty title={text.common.loading} />
      )}
    </>
  );
}
