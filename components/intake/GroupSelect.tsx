import { NativeSelect } from '@mantine/core';
import { type ListGroup, listGroups } from '../../lib/lists/word-list.ts';
import { useText } from '../frame/use-text.ts';

/** Among which lists a new one stands. */
export function GroupSelect({ value, onChange }: { value: ListGroup; onChange(group: ListGroup): void }) {
  const { lists: text } = useText();
  return (
    <NativeSelect
      size="xs"
      label={text.group}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as ListGroup)}
      data={listGroups.map((group) => ({ value: group, label: text.groups[group] }))}
    />
  );
}
