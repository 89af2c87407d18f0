import { Button, Switch } from '@mantine/core';
import type { Profile } from '../../lib/compliance/types.ts';
import { formatDate } from '../../lib/i18n/format.ts';
import { useText } from '../frame/use-text.ts';
import styles from './profile.module.css';
import { tellWhy } from './tell-holding.ts';
import type { Profiles } from './use-profiles.ts';

/** One profile with its switch, and why it holds or does not. */
export function ProfileLine({ profile, profiles }: { profile: Profile; profiles: Profiles }) {
  const text = useText();
  const words = text.profile;
  const { id, name } = profile;
  const held = profiles.holding.find((one) => one.profile.id === id);
  const hand = profiles.handOf(id);
  const until = hand?.until === undefined ? '' : formatDate(hand.until);
  return (
    <div className={styles.line} data-on={held !== undefined}>
      <Switch
        size="xs"
        aria-label={name}
        checked={held !== undefined}
        onChange={(event) => void profiles.set(id, event.currentTarget.checked)}
      />
      <span className={styles.about}>
        <b>{name}</b>
        <span className={styles.why}>
          {held ? words.isOn(tellWhy(held, text)) : hand ? words.isOffByHand(until) : words.isOff}
        </span>
      </span>
      {hand && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-label={`${words.auto} ${name}`}
          onClick={() => void profiles.leave(id)}
        >
          {words.auto}
        </Button>
      )}
    </div>
  );
}
