import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import styles from './shop.module.css';

interface Props {
  label: string;
  value: string;
  placeholder?: string | undefined;
  /** several lines; Enter is then a line's end */
  isLong?: boolean;
  maxLength: number;
  /** is typed in at once, over what stands there */
  isFresh?: boolean;
  /** null when it is kept as it is; a sentence when it cannot be kept */
  onSave(value: string): string | null;
  /** what stands in it now, at every stroke */
  onType?: ((value: string) => void) | undefined;
}

/** One cell of a table that is typed in; kept when it is left, given up with Esc. */
export function Cell(props: Props) {
  const { label, value, placeholder, isLong = false, maxLength, isFresh = false, onSave, onType } = props;
  const [typed, setTyped] = useState(value);
  const [problem, setProblem] = useState<string | null>(null);
  const isLeft = useRef(true);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!isFresh) return;
    field.current?.focus();
    field.current?.select();
  }, [isFresh]);
  useEffect(() => {
    // what another page changed must not replace what is being typed
    if (isLeft.current) setTyped(value);
  }, [value]);

  const type = (now: string) => {
    setTyped(now);
    onType?.(now);
  };
  const leave = () => {
    isLeft.current = true;
    const refused = typed === value ? null : onSave(typed);
    setProblem(refused);
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    if (event.key === 'Escape') {
      type(value);
      setProblem(null);
      event.preventDefault();
    }
    if (event.key === 'Enter' && !isLong) {
      event.preventDefault();
      leave();
    }
  };
  return (
    <>
      <textarea
        ref={field}
        className={styles.cell}
        rows={1}
        aria-label={label}
        aria-invalid={problem !== null}
        title={problem ?? undefined}
        placeholder={placeholder}
        maxLength={maxLength}
        value={typed}
        onFocus={() => {
          isLeft.current = false;
        }}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={press}
        onBlur={leave}
      />
      {problem && (
        <span role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value | '';
  options: readonly (readonly [value: Value | '', label: string])[];
  onSave(value: Value | ''): void;
}

/** One cell of a table that is chosen. */
export function Choice<Value extends string>({ label, value, options, onSave }: ChoiceProps<Value>) {
  return (
    <select
      className={styles.cell}
      aria-label={label}
      value={value}
      onChange={(event) => onSave(event.currentTarget.value as Value | '')}
    >
      {options.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
