import { Button } from '@mantine/core';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { ProductFacts } from '../../lib/assist/types.ts';
import type { Checker } from '../../lib/compliance/types.ts';
import type { Fatigue } from '../../lib/room/fatigue.ts';
import { useText } from '../frame/use-text.ts';
import { useDoing } from '../store.ts';
import type { Asked, Drafts, Reply, RoomActions, RoomShop, Suggest, Suggestion } from './actions.ts';
import { DraftLine } from './DraftLine.tsx';
import { FillNotice } from './FillNotice.tsx';
import { KeepScript } from './KeepScript.tsx';
import { KeyHint } from './KeyHint.tsx';
import { OwnReply } from './OwnReply.tsx';
import styles from './replies.module.css';
import { ScriptSearch } from './ScriptSearch.tsx';
import { Suggestions } from './Suggestions.tsx';
import { Tired } from './Tired.tsx';
import { useActs } from './use-acts.ts';
import { useDraft } from './use-draft.ts';
import { useFill } from './use-fill.ts';

interface Props {
  question: Asked | null;
  /** what it is about, if that can be told */
  product?: ProductFacts | null;
  /** what stands in the console's box */
  draft: string | null;
  checker: Checker | null;
  suggest: Suggest;
  drafts?: Drafts | null;
  shop?: RoomShop | null;
  /** whether words have been said too often of late */
  tired?: (words: string) => Fatigue | null;
  /** null in a replay: shown, not done */
  actions: RoomActions | null;
  /** closes the question without filling; absent for a comment that is none */
  onClose?: ((how: 'spoken' | 'dismissed') => void) | undefined;
}

const none: readonly Suggestion[] = [];

/** A reply that a person wrote and filled. */
interface Typed {
  words: string;
  question: Asked | null;
  product: ProductFacts | null;
}

/** Answers for the selected question: choose one by its number, or write one; Enter fills the console's box. */
export const Replies = memo(function Replies(props: Props) {
  const { question, product = null, draft, checker, suggest, drafts = null, shop = null } = props;
  const { tired, actions, onClose } = props;
  const text = useText();
  const choice = useDoing((doing) => doing.choice);
  const own = useDoing((doing) => doing.own);
  const began = useDoing((doing) => doing.from);
  const set = useDoing((doing) => doing.set);
  const field = useRef<HTMLTextAreaElement>(null);
  const { state, fill, undo } = useFill(actions);
  const isFilling = state?.kind === 'filling';
  const id = question?.id;
  const [typed, setTyped] = useState<Typed | null>(null);

  const found = useMemo(() => (question ? suggest(question, product) : none), [suggest, id, product]);
  const drafted = useDraft(drafts, question, product);
  const suggestions = useMemo(
    () => (drafted.suggestion ? [...found, drafted.suggestion] : found),
    [found, drafted.suggestion],
  );

  useEffect(() => {
    if (id !== undefined && suggestions.length > 0) actions?.showed(id, suggestions);
  }, [actions, id, suggestions]);

  const fillText = async (
    words: string,
    from: Partial<Pick<Reply, 'script' | 'edited' | 'model' | 'override'>> = {},
  ) => {
    const cleared = from.override ? null : actions?.clear(words, product?.category);
    const overruled = from.override && actions?.overrule(words, from.override.reason, product?.category);
    const text = cleared ?? overruled?.text;
    if (!text || isFilling) return false;
    const isDone = await fill({
      text,
      ...(id !== undefined && { question: id }),
      ...(from.script && { script: from.script }),
      ...(from.edited && { edited: from.edited }),
      ...(from.model && { model: from.model }),
      ...(overruled && { override: { reason: overruled.reason, findings: overruled.findings } }),
    });
    return isDone;
  };
  const fillChosen = () => {
    const chosen = suggestions[choice];
    if (!chosen) return;
    void fillText(chosen.text, chosen.model ? { model: chosen.model } : { script: chosen.script });
  };
  /** What stands in the field, which may have begun as a script. */
  const fillOwn = async (words: string, override?: Reply['override']) => {
    const isDone = await fillText(words, {
      ...(began && { script: began.script, ...(began.text !== words && { edited: true as const }) }),
      ...(override && { override }),
    });
    if (!isDone) return;
    set({ own: '', from: null });
    setTyped(began || override ? null : { words, question, product });
  };
  const write = (words: string, from: { script: string; text: string } | null = null) => {
    set({ own: words, from: words === '' ? null : from });
    field.current?.focus();
  };
  const edit = ({ text, script, model }: Suggestion) => write(text, model ? null : { script, text });
  const choose = (index: number) => {
    if (index < suggestions.length) set({ choice: index });
  };

  useActs(
    {
      choose1: () => choose(0),
      choose2: () => choose(1),
      choose3: () => choose(2),
      choose4: () => choose(3),
      fill: fillChosen,
      search: () => write(own === '' && shop ? '/' : own, began),
      write: () => field.current?.focus(),
    },
    actions !== null,
  );

  const isSearch = shop !== null && own.startsWith('/');
  const words = own.trim() || (suggestions[choice]?.text ?? '');
  // it is no news that these words were just filled
  const justFilled = state?.kind === 'filled' && state.text === words;
  return (
    <section className={styles.replies} data-writing={own !== ''} aria-label={text.replies.list}>
      {isSearch ? null : question ? (
        <>
          <header className={styles.asked}>
            <bdi title={question.text}>{question.text}</bdi>
            {onClose && (
              <>
                <Button
                  size="compact-xs"
                  variant="default"
                  title={text.questions.spokenHint}
                  onClick={() => onClose('spoken')}
                >
                  {text.questions.spoken} <KeyHint act="spoken" />
                </Button>
                <Button
                  size="compact-xs"
                  variant="default"
                  title={text.questions.dismissHint}
                  onClick={() => onClose('dismissed')}
                >
                  {text.questions.dismiss} <KeyHint act="dismiss" />
                </Button>
              </>
            )}
          </header>
          {suggestions.length > 0 ? (
            <Suggestions
              suggestions={suggestions}
              choice={choice}
              checker={checker}
              limit={actions?.limit ?? null}
              onChoose={choose}
              onEdit={actions ? edit : undefined}
            />
          ) : (
            <p className={styles.unknown}>
              {actions ? `${text.replies.unknown}。${text.replies.unknownHint}` : text.replies.noneShown}
            </p>
          )}
          {actions && <DraftLine draft={drafted.draft} />}
          {actions && suggestions[choice] && (
            <div className={styles.act}>
              <Button
                size="compact-sm"
                loading={isFilling}
                title={text.replies.fillHint}
                onClick={fillChosen}
              >
                {text.replies.fill} {choice + 1} <KeyHint act="fill" />
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                title={text.replies.editHint}
                onClick={() => suggestions[choice] && edit(suggestions[choice])}
              >
                {text.replies.edit}
              </Button>
            </div>
          )}
        </>
      ) : (
        <p className={styles.unknown}>{text.replies.pick}</p>
      )}
      {actions && (
        <>
          <FillNotice state={state} onUndo={() => void undo(draft)}>
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
              onTake={({ id, text }) => write(text, { script: id, text })}
            />
          )}
          <OwnReply
            value={own}
            checker={checker}
            limit={actions.limit}
            isFilling={isFilling}
            field={field}
            isSearch={isSearch}
            onChange={(words) => set({ own: words, from: words === '' ? null : began })}
            onFill={(words) => void fillOwn(words)}
            onOverrule={(words, reason) => void fillOwn(words, { reason, findings: [] })}
          />
        </>
      )}
    </section>
  );
});
