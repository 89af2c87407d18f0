import { Button } from '@mantine/core';
import type { Profile } from '../../lib/compliance/types.ts';
import { formatCount } from '../../lib/i18n/format.ts';
import { clockText } from '../../lib/profile/hours.ts';
import { builtInProfiles } from '../../lib/profile/night.ts';
import { useText } from '../frame/use-text.ts';
import { ProfileForm } from './ProfileForm.tsx';
import { ProfileLine } from './ProfileLine.tsx';
import styles from './profile.module.css';
import type { Profiles } from './use-profiles.ts';

interface Props {
  profile: Profile;
  profiles: Profiles;
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
}

/** One profile: its switch, in a line what it does, and its form. */
export function ProfileCard({ profile, profiles, isOpen, onOpen }: Props) {
  const text = useText();
  const words = text.profile;
  const { id, name, when, lists, levels, terms } = profile;
  const builtIn = builtInProfiles.find((one) => one.id === id);
  const isChanged = builtIn !== undefined && builtIn !== profile;
  const told = [
    ...(when.platforms ?? []).map((one) => text.platforms[one]),
    ...(when.products ?? []).map((one) => text.rules.trades[one]),
    ...(when.rooms ? [`${words.rooms} ${formatCount(when.rooms.length)}`] : []),
    ...(when.hours ? [`${clockText(when.hours.from)}–${clockText(when.hours.to)}`] : []),
  ].join(' · ');
  return (
    <section className={styles.card} aria-label={name}>
      <ProfileLine profile={profile} profiles={profiles} />
      <div className={styles.told}>
        {builtIn && <span>{isChanged ? `${words.builtIn} · ${words.changed}` : words.builtIn}</span>}
        {told && <span>{told}</span>}
        <span>
          {words.told(
            formatCount(lists.on.length + lists.off.length),
            formatCount(Object.keys(levels).length),
            formatCount(terms.length),
          )}
        </span>
        <Button
          size="compact-xs"
          variant="default"
          aria-expanded={isOpen}
          aria-label={`${words.edit} ${name}`}
          onClick={() => onOpen(!isOpen)}
        >
          {words.edit}
        </Button>
        {(!builtIn || isChanged) && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-label={`${builtIn ? words.reset : text.common.delete} ${name}`}
            onClick={() => void profiles.remove(id)}
          >
            {builtIn ? words.reset : text.common.delete}
          </Button>
        )}
      </div>
      {isOpen && (
        <ProfileForm
          key={JSON.stringify(profile)}
          profile={profile}
          onSave={(saved) => profiles.put(saved).then(() => onOpen(false))}
          onClose={() => onOpen(false)}
        />
      )}
    </section>
  );
}
