import { ActionIcon, Switch } from '@mantine/core';
import {
  type Level,
  ownList,
  type Phrase,
  type Scope,
  type Term,
  termKey,
  termRule,
} from '../../lib/compliance/types.ts';
import { reviewId } from '../../lib/review/review.ts';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import { ReviewNote } from '../review/ReviewNote.tsx';
import { useDesk } from './desk.ts';
import { LevelSelect } from './Level.tsx';
import { QuietChips, QuietSelect } from './Quiet.tsx';
import { RowHits } from './RowHits.tsx';
import { ScopeSelect, scopeName } from './ScopeSelect.tsx';
import { leveled, switched } from './switches.ts';
import styles from './tree.module.css';
import { isTerm, type TreeRow } from './tree-rows.ts';
import { withoutWord, withWord } from './words.ts';

/** One word of a list: a term with its switch and severity, or a phrase with what it lets through. */
export function WordRow({ row }: { row: TreeRow & { kind: 'word' } }) {
  const { words, word, isOpen, key } = row;
  const text = useText();
  const { rules, off, sessions, locks, reviews, change, changeWords, toggle } = useDesk();
  const isFirm = locks.list(words.id);
  const isFixed = words.isFixed || isFirm;
  const id = termKey(words.id, word.text);
  const isListOff = !isFirm && off.lists.has(words.id);
  const isOn = isFirm || !off.terms.has(id);
  const put = (changed: Term | Phrase) => void changeWords(words, (content) => withWord(content, changed));
  // what a list from elsewhere holds is not touched: the next version would bring it back
  const setLevel = (level: Level | undefined) => {
    if (isTerm(word)) void change((before) => leveled(before, termRule(word.text), word.severity, level));
  };
  const setSeverity = (severity: Level | undefined) => {
    if (!isTerm(word) || !severity) return;
    put({ ...word, severity });
    // from when the list still came from elsewhere
    if (rules.levels[termRule(word.text)]) setLevel(undefined);
  };
  const setScope = (scope: Scope | undefined) => {
    const { scope: _, ...bare } = word;
    put({ ...bare, ...(scope && { scope }) });
  };
  return (
    // own phrases stand, whatever becomes of own terms
    <article
      className={styles.word}
      data-off={isTerm(word) ? !isOn || isListOff : isListOff && words.id !== ownList}
    >
      {isTerm(word) ? (
        <Switch
          size="xs"
          data-main
          disabled={isListOff || isFirm}
          aria-label={text.lists.switchWord(word.text)}
          checked={isOn}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            void change((before) => switched(before, 'terms', id, on));
          }}
        />
      ) : (
        <button
          type="button"
          data-main
          className={styles.allow}
          aria-expanded={isOpen}
          aria-label={text.lists.expand(word.text)}
          onClick={() => toggle(key)}
        >
          {text.lists.allow}
        </button>
      )}
      <bdi>{word.text}</bdi>
      {isTerm(word) && (
        <LevelSelect
          name={word.text}
          level={(words.head && rules.levels[termRule(word.text)]) || word.severity}
          usual={isFixed ? word.severity : undefined}
          onChange={isFixed ? setLevel : setSeverity}
        />
      )}
      {isFixed ? (
        word.scope && <span className={styles.chip}>{scopeName(word.scope, text, sessions)}</span>
      ) : (
        <ScopeSelect
          label={text.lists.scopeOf(word.text)}
          scope={word.scope}
          sessions={sessions}
          onChange={setScope}
        />
      )}
      {isTerm(word) && !isFirm && <QuietChips rule={termRule(word.text)} name={word.text} />}
      {isTerm(word) && word.basis && <span className={styles.basis}>{word.basis}</span>}
      {words.id === ownList && (
        <span className={styles.basis}>
          <ReviewNote review={reviews.get(reviewId(isTerm(word) ? 'term' : 'phrase', word.text))} />
        </span>
      )}
      <span className={styles.end}>
        {isTerm(word) && !isFirm && (
          <span className={styles.rare}>
            <QuietSelect rule={termRule(word.text)} name={word.text} />
          </span>
        )}
        {isTerm(word) && <RowHits rule={termRule(word.text)} />}
        {!isFixed && (
          <ActionIcon
            size="xs"
            variant="subtle"
            color="gray"
            data-delete
            aria-label={`${text.common.delete} ${word.text}`}
            onClick={() => void changeWords(words, (content) => withoutWord(content, word))}
          >
            <Icon name="remove" size={12} />
          </ActionIcon>
        )}
      </span>
      {isOpen && !isTerm(word) && <Would phrase={word.text} />}
    </article>
  );
}

/** What would be found in a phrase if nothing let it through. */
function Would({ phrase }: { phrase: string }) {
  const { lists: text } = useText();
  const found = useDesk().found(phrase);
  if (!found) return null;
  return (
    <p className={styles.would}>{found.length > 0 ? text.would(found.join('、')) : text.wouldNothing}</p>
  );
}
