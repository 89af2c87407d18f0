import { ActionIcon, Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { RuleSettings, Scope } from '../../lib/compliance/types.ts';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import { useCalmSessions } from '../use-log.ts';
import { longestTerm } from './OwnTerms.tsx';
import styles from './rules.module.css';
import { ScopeSelect, scopeName } from './ScopeSelect.tsx';

interface Props {
  rules: RuleSettings;
  change(change: (rules: RuleSettings) => RuleSettings): Promise<void>;
}

/** Phrases in which nothing is flagged, such as a trade mark. */
export function AllowPhrases({ rules, change }: Props) {
  const text = useText();
  const [word, setWord] = useState('');
  const [scope, setScope] = useState<Scope>();
  const { value: sessions = [] } = useCalmSessions();
  const phrase = word.trim();
  const problem =
    phrase.length > longestTerm
      ? text.rules.tooLong
      : rules.allow.some((known) => known.text === phrase)
        ? text.rules.exists
        : null;

  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!phrase || problem) return;
    void change((before) => ({
      ...before,
      allow: [
        ...before.allow.filter((known) => known.text !== phrase),
        { text: phrase, ...(scope && { scope }) },
      ],
    }));
    setWord('');
  };
  const remove = (gone: string) =>
    void change((before) => ({ ...before, allow: before.allow.filter((known) => known.text !== gone) }));

  return (
    <section className={styles.box} aria-label={text.rules.allow}>
      <h2>{text.rules.allow}</h2>
      <p>{text.rules.allowHint}</p>
      <form className={styles.scoped} onSubmit={add}>
        <TextInput
          size="xs"
          aria-label={text.rules.allowPlaceholder}
          placeholder={text.rules.allowPlaceholder}
          value={word}
          error={phrase && problem}
          onChange={(event) => setWord(event.currentTarget.value)}
        />
        <ScopeSelect scope={scope} onChange={setScope} />
        <Button size="xs" variant="default" type="submit" disabled={!phrase || problem !== null}>
          {text.common.add}
        </Button>
      </form>
      <ul className={styles.words}>
        {rules.allow.map((known) => (
          <li key={known.text}>
            <bdi>{known.text}</bdi>
            <span className={styles.aside}>{scopeName(known.scope, text, sessions)}</span>
            <ActionIcon
              size="xs"
              variant="subtle"
              color="gray"
              aria-label={`${text.common.delete} ${known.text}`}
              onClick={() => remove(known.text)}
            >
              <Icon name="remove" size={12} />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </section>
  );
}
