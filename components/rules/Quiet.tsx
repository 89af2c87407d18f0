import { ActionIcon } from '@mantine/core';
import type { Scope } from '../../lib/compliance/types.ts';
import { isSame } from '../../lib/lists/changes.ts';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import { useDesk } from './desk.ts';
import { ScopeSelect, scopeName } from './ScopeSelect.tsx';
import styles from './tree.module.css';

interface Props {
  /** id of a rule, or of the one that a word comes to */
  rule: string;
  name: string;
}

/** Where a rule is off, and the way to have it back there. */
export function QuietChips({ rule, name }: Props) {
  const text = useText();
  const { rules, sessions, change } = useDesk();
  return rules.quiet
    .filter((one) => one.rule === rule)
    .map(({ scope }) => {
      const where = scopeName(scope, text, sessions);
      return (
        <span key={JSON.stringify(scope)} className={styles.chip}>
          {text.lists.quiet(where)}
          <ActionIcon
            size={16}
            variant="subtle"
            color="gray"
            aria-label={text.lists.resume(name, where)}
            onClick={() =>
              void change((before) => ({
                ...before,
                quiet: before.quiet.filter((one) => !isSame(one, { rule, scope })),
              }))
            }
          >
            <Icon name="remove" size={10} />
          </ActionIcon>
        </span>
      );
    });
}

/** Switches a rule off in one place. */
export function QuietSelect({ rule, name }: Props) {
  const { lists: text } = useText();
  const { sessions, change } = useDesk();
  const add = (scope: Scope | undefined) => {
    if (!scope) return;
    const one = { rule, scope };
    void change((before) => ({
      ...before,
      quiet: [...before.quiet.filter((known) => !isSame(known, one)), one],
    }));
  };
  return (
    <ScopeSelect
      label={`${text.quietSet} ${name}`}
      scope={undefined}
      none={text.quietSet}
      sessions={sessions}
      onChange={add}
    />
  );
}
