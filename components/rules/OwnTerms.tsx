import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { RuleSettings, Scope } from '../../lib/compliance/types.ts';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import { Severity } from '../room/FindingList.tsx';
import { useCalmSessions } from '../use-log.ts';
import styles from './rules.module.css';
import { ScopeSelect, scopeName } from './ScopeSelect.tsx';

export const longestTerm = 40;

interface Props {
  rules: RuleSettings;
  change(change: (rules: RuleSettings) => RuleSettings): Promise<void>;
}

type Level = RuleSettings['terms'][number]['severity'];
const levels: Level[] = ['S3', 'S2', 'S1'];

/** Words that only this shop bans. */
export function OwnTerms({ rules, change }: Props) {
  const text = useText();
  const [word, setWord] = useState('');
  const [severity, setSeverity] = useState<Level>('S3');
  const [scope, setScope] = useState<Scope>();
  const { value: sessions = [] } = useCalmSessions();
  const term = word.trim();
  const problem =
    term.length > longestTerm
      ? text.rules.tooLong
      : rules.terms.some((known) => known.text === term)
        ? text.rules.exists
        : null;

  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!term || problem) return;
    void change((before) => ({
      ...before,
      terms: [
        ...before.terms.filter((known) => known.text !== term),
        { text: term, severity, ...(scope && { scope }) },
      ],
    }));
    setWord('');
  };
  const remove = (gone: string) =>
    void change((before) => ({ ...before, terms: before.terms.filter((known) => known.text !== gone) }));

  return (
    <section className={styles.box} aria-label={text.rules.own}>
      <h2>{text.rules.own}</h2>
      <p>{text.rules.ownHint}</p>
      <form className={styles.scoped} onSubmit={add}>
        <TextInput
          size="xs"
          aria-label={text.rules.ownPlaceholder}
          placeholder={text.rules.ownPlaceholder}
          value={word}
          error={term && problem}
          onChange={(event) => setWord(event.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          aria-label={text.rules.severity}
          value={severity}
          onChange={(event) => setSeverity(event.currentTarget.value as Level)}
          data={levels.map((level) => ({ value: level, label: text.findings.severity[level] }))}
        />
        <ScopeSelect scope={scope} onChange={setScope} />
        <Button size="xs" variant="default" type="submit" disabled={!term || problem !== null}>
          {text.common.add}
        </Button>
      </form>
      <ul className={styles.words}>
        {rules.terms.map((known) => (
          <li key={known.text}>
            <bdi>{known.text}</bdi>
            <span className={styles.aside}>{scopeName(known.scope, text, sessions)}</span>
            <Severity level={known.severity} />
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
