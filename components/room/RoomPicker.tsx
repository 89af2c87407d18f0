import { NativeSelect } from '@mantine/core';
import type { Session } from '../../lib/model.ts';
import { useText } from '../frame/use-text.ts';
import styles from './head.module.css';

interface Props {
  session: Session;
  others: readonly Session[];
  onPick(session: string): void;
}

/** The room's name; a choice as soon as there is more than one. */
export function RoomPicker({ session, others, onPick }: Props) {
  const text = useText();
  const title = session.title || text.sessions.untitled;
  if (others.length === 0)
    return (
      <h1 className={styles.title} title={title}>
        <bdi>{title}</bdi>
      </h1>
    );
  return (
    <>
      <h1 className="only-heard">{title}</h1>
      <NativeSelect
        className={styles.title}
        size="xs"
        variant="unstyled"
        aria-label={text.head.room}
        value={session.id}
        onChange={(event) => onPick(event.currentTarget.value)}
        data={[session, ...others].map((one) => ({
          value: one.id,
          label: `${text.platforms[one.platform]} · ${one.title || text.sessions.untitled}`,
        }))}
      />
    </>
  );
}
