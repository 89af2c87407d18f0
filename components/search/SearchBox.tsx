import { ActionIcon, Combobox, TextInput, useCombobox } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { type Prefix, prefixes } from '../../lib/search/query.ts';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import type { Completion } from './complete.ts';
import styles from './search.module.css';

interface Props {
  typed: string;
  completions: readonly Completion[];
  onType(typed: string): void;
  /** the arrow that leaves the box downwards */
  onDown(): void;
}

/** One box and the chips that teach what it understands; values are completed as they are typed. */
export function SearchBox({ typed, completions, onType, onDown }: Props) {
  const text = useText();
  const list = useCombobox();
  const isOpen = list.dropdownOpened && completions.length > 0;

  function put(next: string): void {
    onType(next);
    list.openDropdown();
    list.resetSelectedOption();
    list.focusTarget();
  }
  function onKeyDown(event: KeyboardEvent): void {
    // an input method has the keys until its word is chosen
    if (event.nativeEvent.isComposing || isOpen) return;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      onDown();
    }
    if (event.key === 'Escape' && typed !== '') {
      event.preventDefault();
      onType('');
    }
  }
  return (
    <div className={styles.box}>
      <Combobox
        store={list}
        onOptionSubmit={(value) => put(completions.find(({ label }) => label === value)?.typed ?? typed)}
      >
        <Combobox.Target withKeyboardNavigation={isOpen}>
          <TextInput
            size="md"
            type="search"
            autoFocus
            aria-label={text.search.box}
            placeholder={text.search.placeholder}
            leftSection={<Icon name="search" />}
            rightSection={
              typed !== '' && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={text.search.clear}
                  onClick={() => put('')}
                >
                  <Icon name="remove" />
                </ActionIcon>
              )
            }
            value={typed}
            onChange={(event) => put(event.currentTarget.value)}
            onBlur={() => list.closeDropdown()}
            onKeyDown={onKeyDown}
          />
        </Combobox.Target>
        {isOpen && (
          <Combobox.Dropdown>
            <Combobox.Options mah={280} style={{ overflowY: 'auto' }}>
              {completions.map(({ label }) => (
                <Combobox.Option key={label} value={label}>
                  {label}
                </Combobox.Option>
              ))}
            </Combobox.Options>
          </Combobox.Dropdown>
        )}
      </Combobox>
      <fieldset className={styles.chips}>
        <legend className="only-heard">{text.search.narrow}</legend>
        {(Object.keys(prefixes) as Prefix[]).map((prefix) => (
          <button
            key={prefix}
            type="button"
            className={styles.chip}
            title={text.search.hints[prefix]}
            onClick={() =>
              put(
                `${typed === '' || /\s$/.test(typed) ? typed : `${typed} `}${text.search.prefixes[prefix]}:`,
              )
            }
          >
            {text.search.prefixes[prefix]}:
          </button>
        ))}
        <span className={styles.keys}>{text.search.keys}</span>
      </fieldset>
    </div>
  );
}
