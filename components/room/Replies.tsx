import { memo, useEffect, useMemo, useRef } from 'react';
import type { ProductFacts } from '../../lib/assist/types.ts';
import type { Checker } from '../../lib/compliance/types.ts';
import type { Fatigue } from '../../lib/room/fatigue.ts';
import { afterPaint } from '../frame/after-paint.ts';
import { useText } from '../frame/use-text.ts';
import { useDoing } from '../store.ts';
import type { Asked, Drafts, RoomActions, RoomShop, ScriptsRead, Suggest, Suggestion } from './actions.ts';
import { DraftLine } from './DraftLine.tsx';
import { FillButtons } from './FillButtons.tsx';
import { FillNotice } from './FillNotice.tsx';
import { KeepScript } from './KeepScript.tsx';
import { OwnReply } from './OwnReply.tsx';
import { PromptButton } from './PromptButton.tsx';
import { Reading } from './Reading.tsx';
import styles from './replies.module.css';
import { ScriptSearch } from './ScriptSearch.tsx';
import { Suggestions } from './Suggestions.tsx';
import { Tired } from './Tired.tsx';
import { Unknown, type UnknownProps } from './Unknown.tsx';
import { useActs } from './use-acts.ts';
import { useDraft } from './use-draft.ts';
import { useFound } from './use-found.ts';
import { useReplies } from './use-replies.ts';

interface Props extends UnknownProps {
  question: Asked | null;
  /** the question's text: a card that is split may ask another one, as the same object */
  words?: string | undefined;
  /** what it is about, if that can be told */
  product?: ProductFacts | null;
  /** what stands in the console's box */
  draft: string | null;
  checker: Checker | null;
  suggest: Suggest;
  /** how far the scripts have been read */
  read?: ScriptsRead | undefined;
  drafts?: Drafts | null;
  shop?: RoomShop | null;
  /** whether words have been said too often of late */
  tired?: (words: string) => Fatigue | null;
  /** null in a replay: shown, not done */
  actions: RoomActions | null;
}

const none: readonly Suggestion[] = [];

/** Answers for the selected question: choose one by its number, or write one; Enter fills the console's box. */
export const Replies = memo(function Replies(props: Props) {
  const {
    question,
    words: asked,
    product = null,
    draft,
    checker,
    suggest,
    read = 'done',
    drafts = null,
    shop = null,
  } = props;
  const { tired, actions, onHand, onLack } = props;
  const text = useText();
  const choice = useDoing((doing) => doing.choice);
  const set = useDoing((doing) => doing.set);
  const field = useRef<HTMLTextAreaElement>(null);
  const replies = useReplies({ question, product, actions, field });
  const { own, state, isFilling, typed } = replies;
  const id = question?.id;

  const found = useFound(suggest, question, asked, product);
  const drafted = useDraft(drafts, question, product);
  const suggestions = useMemo(
    () => (drafted.suggestion ? [...(found ?? none), drafted.suggestion] : (found ?? none)),
    [found, drafted.suggestion],
  );
  const chosen = suggestions[choice];

  useEffect(() => {
    if (id === undefined || suggestions.length === 0) return;
    // it was shown once it is painted, and writing it down must not hold that up
    return afterPaint(() => actions?.showed(id, suggestions));
  }, [actions, id, suggestions]);

  const choose = (index: number) => {
    if (index < suggestions.length) set({ choice: index });
  };
  useActs(
    {
      choose1: () => choose(0),
      choose2: () => choose(1),
      choose3: () => choose(2),
      choose4: () => choose(3),
      fill: () => chosen && replies.fillSuggestion(chosen),
      search: () => replies.write(own === '' && shop ? '/' : own, replies.began),
      write: () => field.current?.focus(),
    },
    actions !== null,
  );

  const isSearch = shop !== null && own.startsWith('/');
  const words = own.trim() || (chosen?.text ?? '');
  // it is no news that these words were just filled
  const justFilled = state?.kind === 'filled' && state.text === words;
  const toHost = question && actions && !isSearch && (
    <PromptButton key={id} question={question} words={words} product={product} actions={actions} />
  );
  return (
    <section className={styles.replies} data-writing={own !== ''} aria-label={text.replies.list}>
      {!question && !isSearch && <p className={styles.unknown}>{text.replies.pick}</p>}
      {question && !isSearch && (
        <>
          {suggestions.length > 0 ? (
            <Suggestions
              suggestions={suggestions}
              choice={choice}
              checker={checker}
              limit={actions?.limit ?? null}
              onChoose={choose}
              onEdit={actions ? replies.edit : undefined}
            />
          ) : found === null ? (
            <Reading read={read} />
          ) : actions ? (
            <Unknown onHand={onHand} onLack={onLack} />
          ) : (
            <p className={styles.unknown}>{text.replies.noneShown}</p>
          )}
          {actions && <DraftLine draft={drafted.draft} />}
          {actions && chosen && (
            <FillButtons
              place={choice + 1}
              isFilling={isFilling}
              onFill={() => replies.fillSuggestion(chosen)}
              onEdit={() => replies.edit(chosen)}
            >
              {toHost}
            </FillButtons>
          )}
          {!chosen && toHost && <div className={styles.act}>{toHost}</div>}
        </>
      )}
      {actions && (
        <>
          <FillNotice state={state} onUndo={() => void replies.undo(draft)}>
            {shop && typed && state?.kind === 'filled' && (
              <KeepScript key={typed.words} shop={shop} {...typed} />
            )}
          </FillNotice>
          <Tired fatigue={justFilled || isSearch ? null : (tired?.(words) ?? null)} />
          {shop && isSearch && (
            <ScriptSearch
              query={own.slice(1)}
              shop={shop}
              product={product}
              onTake={({ id, text }) => replies.write(text, { script: id, text })}
            />
          )}
          <OwnReply
            value={own}
            checker={checker}
            product={product}
            limit={actions.limit}
            isFilling={isFilling}
            field={field}
            isSearch={isSearch}
            onChange={replies.type}
            onFill={(words) => void replies.fillOwn(words)}
            onOverrule={(words, reason) => void replies.fillOwn(words, { reason, findings: [] })}
          />
        </>
      )}
    </section>
  );
});
