import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  type Level,
  type ProductCategory,
  type Profile,
  productCategories,
} from '../../lib/compliance/types.ts';
import { readLines, writeLines } from '../../lib/lists/lines.ts';
import { clockText, minuteOf } from '../../lib/profile/hours.ts';
import { most, ProfileRow } from '../../lib/profile/schema.ts';
import { useText } from '../frame/use-text.ts';
import { useMarkNames } from '../rules/mark-names.ts';
import { LevelTable } from './LevelTable.tsx';
import { ListChoices } from './ListChoices.tsx';
import styles from './profile.module.css';
import { WhenForm } from './WhenForm.tsx';

interface Props {
  profile: Profile;
  onSave(profile: Profile): Promise<void>;
  onClose(): void;
}

/** What a form holds while it is filled in: hours and words as they are typed. */
export interface Draft extends Omit<Profile, 'terms'> {
  from: string;
  to: string;
  words: string;
}

/** A profile to be filled in; nothing is taken until all of it is right. */
export function ProfileForm({ profile, onSave, onClose }: Props) {
  const text = useText();
  const words = text.profile;
  const marks = useMarkNames();
  const [draft, setDraft] = useState<Draft>(() => {
    const { terms, ...rest } = profile;
    const { hours } = profile.when;
    return {
      ...rest,
      from: hours ? clockText(hours.from) : '',
      to: hours ? clockText(hours.to) : '',
      words: writeLines({ terms: [...terms], allow: [] } as Parameters<typeof writeLines>[0], marks),
    };
  });
  const [failed, setFailed] = useState(false);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const read = readDraft(draft, marks);

  const save = () => {
    if ('profile' in read) onSave(read.profile).catch(() => setFailed(true));
  };
  const problem =
    'problem' in read
      ? { noName: words.noName, badHours: words.badHours, badTerms: words.badTerms(read.line ?? '') }[
          read.problem
        ]
      : failed
        ? words.failed
        : null;
  return (
    <form
      className={styles.form}
      aria-label={`${words.edit} ${profile.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className={styles.row}>
        <TextInput
          size="xs"
          w="min(280px, 100%)"
          label={words.name}
          data-autofocus
          maxLength={most.name}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <NativeSelect
          size="xs"
          label={words.product}
          value={draft.product ?? ''}
          onChange={(event) => {
            const { product: _, ...rest } = draft;
            const chosen = event.currentTarget.value as ProductCategory | '';
            setDraft(chosen ? { ...rest, product: chosen } : rest);
          }}
          data={[
            { value: '', label: words.asShop },
            ...productCategories.map((value) => ({ value, label: text.rules.trades[value] })),
          ]}
        />
      </div>
      <WhenForm draft={draft} onChange={change} />
      <ListChoices lists={draft.lists} onChange={(lists) => change({ lists })} />
      <LevelTable levels={draft.levels} onChange={(levels: Record<string, Level>) => change({ levels })} />
      <Textarea
        size="xs"
        rows={5}
        label={words.terms}
        description={words.termsHint}
        spellCheck={false}
        value={draft.words}
        onChange={(event) => change({ words: event.currentTarget.value })}
      />
      <div className={styles.row}>
        <Button size="xs" type="submit" disabled={'problem' in read}>
          {words.save}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {text.common.cancel}
        </Button>
        <span role="status" className={styles.problem}>
          {problem}
        </span>
      </div>
    </form>
  );
}

type Read = { profile: Profile } | { problem: 'noName' | 'badHours' | 'badTerms'; line?: string };

function readDraft({ from, to, words, when, ...rest }: Draft, marks: Parameters<typeof readLines>[1]): Read {
  const name = rest.name.trim();
  if (name === '') return { problem: 'noName' };
  const [start, end] = [minuteOf(from), minuteOf(to)];
  const isTimed = from.trim() !== '' || to.trim() !== '';
  if (isTimed && (start === null || end === null)) return { problem: 'badHours' };
  const lines = readLines(words, marks, { terms: [], allow: [] });
  if (!lines.ok) return { problem: 'badTerms', line: String(lines.wrong[0]?.line ?? '') };
  const { hours: _, ...places } = when;
  const hours = isTimed && start !== null && end !== null ? { hours: { from: start, to: end } } : {};
  const made = ProfileRow.safeParse({
    ...rest,
    name,
    when: { ...places, ...hours },
    terms: lines.content.terms,
  });
  return made.success && lines.content.allow.length === 0 ? { profile: made.data } : { problem: 'badTerms' };
}
