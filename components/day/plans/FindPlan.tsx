import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useId, useState } from 'react';
import type { EmergencyPlan } from '../../../lib/model.ts';
import { initialsOf } from '../../../lib/shop/initials.ts';
import { useText } from '../../frame/use-text.ts';
import styles from './plans.module.css';
import { Risk } from './Risk.tsx';

interface Props {
  plans: readonly EmergencyPlan[];
  onPick(id: string): void;
  onClose(): void;
}

/** Finds a plan by a few letters; arrows choose, Enter opens it. */
export function FindPlan({ plans, onPick, onClose }: Props) {
  const { plans: text } = useText();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const wanted = query.trim().toLowerCase();
  const found = plans.filter(
    ({ id, name, trigger }) =>
      `${id} ${name} ${trigger}`.toLowerCase().includes(wanted) || initialsOf(name).includes(wanted),
  );
  const chosen = found[Math.min(at, found.length - 1)];
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) setAt((before) => (before + by + found.length) % Math.max(1, found.length));
    else if (event.key === 'Enter' && chosen) onPick(chosen.id);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.find}>
      <TextInput
        size="xs"
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={chosen && `${list}-${chosen.id}`}
        aria-label={text.live.find}
        placeholder={text.live.find}
        maxLength={40}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div role="listbox" id={list} aria-label={text.title} className={styles.options}>
        {found.map((plan) => (
          <div
            key={plan.id}
            id={`${list}-${plan.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={plan === chosen}
            className={styles.option}
            onClick={() => onPick(plan.id)}
            onKeyDown={(event) => event.key === 'Enter' && onPick(plan.id)}
          >
            <Risk level={plan.risk} />
            <b>{plan.name}</b>
            <span className={styles.hint}>{plan.trigger}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={styles.hint}>{text.live.none}</p>}
    </div>
  );
}
