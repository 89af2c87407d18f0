import { TextInput } from '@mantine/core';
import type { Ref } from 'react';
import { Icon } from './icons.tsx';

/** The small box above a table that narrows its rows as one types. */
export function FilterInput({ label, value, onChange, width, ref }: Props) {
  return (
    <TextInput
      ref={ref}
      size="xs"
      w={width}
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<Icon name="search" />}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface Props {
  label: string;
  value: string;
  onChange(value: string): void;
  /** CSS width; the bar's own when left out */
  width?: number | string;
  ref?: Ref<HTMLInputElement>;
}
