import { useMemo } from 'react';
import { type Checker, isBlocking } from '../../lib/compliance/types.ts';
import { type KeyAct, keyName } from '../../lib/keys.ts';
import { isOfCalmingSet } from '../../lib/room/calming.ts';
import { usePreferences } from '../frame/use-preferences.ts';
import { useText } from '../frame/use-text.ts';
import type { Suggestion } from './actions.ts';
import { FindingList, Passed } from './FindingList.tsx';
import { MarkedText } from './MarkedText.tsx';
import styles from './replies.module.css';

interface Props {
  suggestions: readonly Suggestion[];
  choice: number;
  /** without one the replies are shown as they were logged */
  checker: Checker | null;
  /** longest text that the console's box takes; null where nothing can be filled */
  limit: number | null;
  onChoose(index: number): void;
  onEdit?: ((suggestion: Suggestion) => void) | undefined;
}

/** The replies, a model's last, each with its key and what the checker says of it now. */
export function Suggestions({ suggestions, choice, checker, limit, onChoose, onEdit }: Props) {
  const text = useText();
  const [{ keys }] = usePreferences();
  const keyNameAt = (index: number) => {
    const key = keys[`choose${index + 1}` as KeyAct];
    return key && keyName(key);
  };
  // choosing and writing draw them again, and say nothing new of them
  const findingsOf = useMemo(
    () => suggestions.map((one) => checker?.check(one.text, { channel: 'public_reply' }) ?? []),
    [suggestions, checker],
  );
  return (
    <div className={styles.suggestions} role="listbox" aria-label={text.replies.list} tabIndex={0}>
      {suggestions.map((suggestion, index) => {
        const findings = findingsOf[index]!;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the page's keys 1–3 choose
          <div
            key={suggestion.script}
            className={styles.suggestion}
            role="option"
            aria-selected={index === choice}
            tabIndex={-1}
            onClick={() => onChoose(index)}
            onDoubleClick={() => onEdit?.(suggestion)}
          >
            <kbd className={styles.key}>{keyNameAt(index)}</kbd>
            <div className={styles.words}>
              <MarkedText text={suggestion.text} findings={findings} />
              <span className={styles.verdict} data-inline>
                {checker && !findings.some(isBlocking) && <Passed label={text.replies.checked} />}
                {isOfCalmingSet(suggestion.script) && <span className={styles.by}>{text.alarm.calmTag}</span>}
                {suggestion.model && <span className={styles.by}>{text.assist.by(suggestion.model)}</span>}
                {limit !== null && <span>{text.replies.length(suggestion.text.length, limit)}</span>}
              </span>
              <FindingList findings={findings} />
            </div>
          </div>
        );
      })}
    </div>
  );
}
