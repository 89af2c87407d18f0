import { Button, Textarea } from '@mantine/core';
import { type KeyboardEvent, type RefObject, useContext, useMemo } from 'react';
import type { ProductFacts } from '../../lib/assist/types.ts';
import { type Checker, isBlocking } from '../../lib/compliance/types.ts';
import type { Finding } from '../../lib/model.ts';
import { useText } from '../frame/use-text.ts';
import { PriceNote } from '../moderate/PriceNote.tsx';
import { EngineContext } from '../use-engine.ts';
import { FindingList, Passed } from './FindingList.tsx';
import { MarkedText } from './MarkedText.tsx';
import { Overrule } from './Overrule.tsx';
import styles from './replies.module.css';

interface Props {
  value: string;
  checker: Checker | null;
  /** what it is about, where that can be told: its price and stock must agree */
  product?: ProductFacts | null;
  limit: number;
  isFilling: boolean;
  field: RefObject<HTMLTextAreaElement | null>;
  /** it holds a search, not a reply */
  isSearch?: boolean;
  onChange(value: string): void;
  onFill(value: string): void;
  /** fills against the rules, for a reason */
  onOverrule(value: string, reason: string): void;
}

/** A reply in one's own words, judged at every stroke; what blocks cannot be filled. */
export function OwnReply(props: Props) {
  const {
    value,
    checker,
    limit,
    isFilling,
    field,
    product = null,
    isSearch = false,
    onChange,
    onFill,
    onOverrule,
  } = props;
  const text = useText();
  const findings = useMemo(
    () => (value && checker ? checker.check(value, { channel: 'public_reply' }) : []),
    [value, checker],
  );
  const engine = useContext(EngineContext);
  const differs = useMemo(
    () => (value && product && engine ? engine.disagreementIn(value, product.facts) : null),
    [value, product, engine],
  );
  const shown = findings.filter((finding) => finding.severity !== 'S0');
  const words = value.trim();
  const obstacle =
    words.length > limit
      ? text.replies.tooLong(limit)
      : /\{[^{}]*\}/.test(words)
        ? text.replies.slots
        : findings.some(isBlocking)
          ? text.replies.blocked
          : null;
  const isReady = checker !== null && words !== '' && !isSearch && obstacle === null && !isFilling;

  const take = (finding: Finding, rewrite: string) => {
    onChange(value.slice(0, finding.start) + rewrite + value.slice(finding.end));
    field.current?.focus();
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // choosing a candidate of the input method is Enter, too
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    if (event.key === 'Escape') {
      if (isSearch) onChange('');
      event.currentTarget.blur();
    }
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    if (isReady) onFill(words);
  };

  return (
    <div className={styles.own}>
      <div className={styles.field}>
        <Textarea
          ref={field}
          size="xs"
          rows={1}
          classNames={{ input: styles.grows }}
          aria-label={text.replies.ownLabel}
          aria-invalid={obstacle !== null}
          placeholder={text.replies.own}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={press}
        />
        <Button
          size="xs"
          title={obstacle ?? text.replies.fillHint}
          disabled={!isReady}
          onClick={() => onFill(words)}
        >
          {text.replies.fill}
        </Button>
      </div>
      {words !== '' && !isSearch && (
        <div className={styles.judgement}>
          {shown.length > 0 && (
            <p className={styles.preview}>
              <MarkedText text={value} findings={findings} />
            </p>
          )}
          <FindingList findings={findings} sentence={value} onTake={take} />
          {differs && (
            <p className={styles.preview} role="status">
              <PriceNote differs={differs} />
            </p>
          )}
          <div className={styles.verdict}>
            {obstacle ? <b>{obstacle}</b> : checker && <Passed label={text.replies.checked} />}
            <span>{text.replies.length(words.length, limit)}</span>
          </div>
          {obstacle === text.replies.blocked && (
            <Overrule key={words} isFilling={isFilling} onFill={(reason) => onOverrule(words, reason)} />
          )}
        </div>
      )}
    </div>
  );
}
