import { Checkbox, Group as Row, SegmentedControl, TextInput } from '@mantine/core';
import { formatClock, formatDay } from '../../lib/i18n/format.ts';
import { useText } from '../frame/use-text.ts';
import styles from './export.module.css';
import { type Group, groups, isSound, type Range } from './range.ts';

interface Props {
  range: Range;
  onChange(range: Range): void;
}

/** What of a session is wanted: all or a stretch of time, some words, some kinds. */
export function RangeChoice({ range, onChange }: Props) {
  const text = useText();
  const change = (part: Partial<Range>) => onChange({ ...range, ...part });
  const isLate = !range.isWhole && range.from >= range.to;
  const moment = (end: 'from' | 'to') => (
    <TextInput
      size="xs"
      type="datetime-local"
      step={1}
      label={text.export[end]}
      value={`${formatDay(range[end])}T${formatClock(range[end])}`}
      error={isLate}
      onChange={(event) => {
        const at = new Date(event.currentTarget.value).getTime();
        if (Number.isFinite(at)) change({ [end]: at });
      }}
    />
  );
  return (
    <>
      <div>
        <p className={styles.label}>{text.export.range}</p>
        <SegmentedControl
          size="xs"
          aria-label={text.export.range}
          value={range.isWhole ? 'whole' : 'between'}
          data={[
            { value: 'whole', label: text.export.whole },
            { value: 'between', label: text.export.between },
          ]}
          onChange={(value) => change({ isWhole: value === 'whole' })}
        />
      </div>
      {!range.isWhole && (
        <Row gap="sm" align="end">
          {moment('from')}
          {moment('to')}
        </Row>
      )}
      <TextInput
        size="xs"
        label={text.export.words}
        description={text.export.wordsHint}
        maxLength={100}
        value={range.words}
        onChange={(event) => change({ words: event.currentTarget.value })}
      />
      <Checkbox.Group
        size="xs"
        label={text.export.kinds}
        value={[...range.groups]}
        onChange={(chosen) => change({ groups: chosen as Group[] })}
      >
        <Row gap="md" mt={4}>
          {groups.map((group) => (
            <Checkbox key={group} size="xs" value={group} label={text.export.groups[group]} />
          ))}
        </Row>
      </Checkbox.Group>
      {!isSound(range) && (
        <p role="alert" className={styles.wrong}>
          {isLate ? text.export.emptyRange : text.export.noKinds}
        </p>
      )}
    </>
  );
}
