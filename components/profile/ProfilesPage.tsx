import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Profile } from '../../lib/compliance/types.ts';
import page from '../console/page.module.css';
import { useText } from '../frame/use-text.ts';
import { ProfileCard } from './ProfileCard.tsx';
import styles from './profile.module.css';
import { useProfiles } from './use-profiles.ts';

/** All profiles: which hold now, and what each of them changes. */
export function ProfilesPage() {
  const { console: names, profile: text } = useText();
  const profiles = useProfiles();
  const [open, setOpen] = useState<string | null>(null);
  const make = () => {
    const made: Profile = {
      id: crypto.randomUUID(),
      name: text.unnamed,
      when: {},
      lists: { on: [], off: [] },
      levels: {},
      terms: [],
    };
    void profiles.put(made);
    setOpen(made.id);
  };
  return (
    <>
      <header className={page.head}>
        <h1>{names.profiles}</h1>
        <div className={page.end}>
          <Button size="xs" variant="default" onClick={make}>
            {text.make}
          </Button>
        </div>
      </header>
      <div className={page.body}>
        <p className={styles.hint}>
          {text.hint} {text.everywhere}
        </p>
        {profiles.all.map((profile) => (
          <ProfileCard
            key={profile.id}
            profile={profile}
            profiles={profiles}
            isOpen={open === profile.id}
            onOpen={(isOpen) => setOpen(isOpen ? profile.id : null)}
          />
        ))}
      </div>
    </>
  );
}
