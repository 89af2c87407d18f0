import type { Level } from '../../lib/compliance/types.ts';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import { Severity } from '../room/FindingList.tsx';
import styles from './tree.module.css';

const levels: readonly Level[] = ['S3', 'S2', 'S1'];

interface Props {
  /** whose level it is */
  name: string;
  level: Level;
  /** what it is unless set otherwise; absent where there is no such thing */
  usual?: Level | undefined;
  /** it cannot be changed */
  isFixed?: boolean;
  /** undefined is the usual one */
  onChange(level: Level | undefined): void;
}

/** A severity that can be changed: the badge is the face of a select. */
export function LevelSelect({ name, level, usual, isFixed = false, onChange }: Props) {
  const text = useText();
  const of = text.findings.severity;
  if (isFixed) return <Severity level={level} />;
  return (
    <span className={styles.choice} data-set={usual !== undefined && level !== usual}>
      <Severity level={level} />
      <Icon name="down" size={9} />
      <select
        aria-label={text.lists.levelOf(name)}
        value={usual !== undefined && level === usual ? '' : level}
        onChange={(event) => onChange((event.currentTarget.value || undefined) as Level | undefined)}
      >
        {usual !== undefined && <option value="">{text.lists.usual(of[usual])}</option>}
        {levels.map((one) => (
          <option key={one} value={one}>
            {of[one]}
          </option>
        ))}
      </select>
    </span>
  );
}
