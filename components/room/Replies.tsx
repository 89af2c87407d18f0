import { Button } from '@mantine/core';
import { memo, useEffect, useMemo, useRef } from 'react';
import type { Checker } from '../../lib/compliance/types.ts';
import { useText } from '../frame/use-text.ts';
import { useDoing } from '../store.ts';
import type { Asked, RoomActions, Suggestion } from './actions.ts';
import { FillNotice } from './FillNotice.tsx';
import { OwnReply } from './OwnReply.tsx';
import styles from './replies.module.css';
import { Suggestions } from './Suggestions.tsx';
import { useFill } from './use-fill.ts';
import { useShortcuts } from './use-shortcuts.ts';

interface Props {
  question: Asked | null;
  /** what stands in the console's box */
  draft: string | null;
  checker: Checker | null;
  suggest: (question: Asked) => readonly Suggestion[];
  /** null in a replay: shown, not done */
  actions: RoomActions | null;
  /** closes the question without filling; absent for a comment that is none */
  onClose?: ((how: 'spoken' | 'dismissed') => void) | undefined;
}

const none: readonly Suggestion[] = [];

/** Answers for the selected question: choose one by its number, or write one; Enter fills the console's box. */
export const Replies = memo(function Replies(props: Props) {
  const { question, draft, checker, suggest, actions, onClose } = props;
  const text = useText();
  const choice = useDoing((doing) => doing.choice);
  const own = useDoing((doing) => doing.own);
  const set = useDoing((doing) => doing.set);
  const field = useRef<HTMLTextAreaElement>(null);
  const { state, fill, undo } = useFill(actions);
  const isFilling = state?.kind === 'filling';
  const id = question?.id;

  const suggestions = useMemo(() => (question ? suggest(question) : none), [suggest, id]);

  useEffect(() => {
    if (id !== undefined && suggestions.length > 0) actions?.showed(id, suggestions);
  }, [actions, id, suggestions]);

  const fillText = async (words: string, script?: string) => {
    const cleared = actions?.clear(words);
    if (!cleared || isFilling) return;
    const isDone = await fill({
      text: cleared,
      ...(id !== undefined && { question: id }),
      ...(script && { script }),
    });
    if (isDone && !script) set({ own: '' });
  };
  const fillChosen = () => {
    const chosen = suggestions[choice];
    if (chosen) void fillText(chosen.text, chosen.script);
  };
  const edit = (words: string) => {
    set({ own: words });
    field.current?.focus();
  };
  const choose = (index: number) => {
    if (index < suggestions.length) set({ choice: index });
  };

  useShortcuts(
    {
      1: () => choose(0),
      2: () => choose(1),
      3: () => choose(2),
      Enter: fillChosen,
      '/': () => field.current?.focus(),
    },
    actions !== null,
  );

  return (
    <section className={styles.replies} data-writing={own !== ''} aria-label={text.replies.list}>
      {question ? (
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
                  {text.questions.spoken} <kbd className={styles.hint}>E</kbd>
                </Button>
                <Button
                  size="compact-xs"
                  variant="default"
                  title={text.questions.dismissHint}
                  onClick={() => onClose('dismissed')}
                >
                  {text.questions.dismiss} <kbd className={styles.hint}>X</kbd>
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
          {actions && suggestions[choice] && (
            <div className={styles.act}>
              <Button
                size="compact-sm"
                loading={isFilling}
                title={text.replies.fillHint}
                onClick={fillChosen}
              >
                {text.replies.fill} {choice + 1} <kbd className={styles.hint}>Enter</kbd>
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                title={text.replies.editHint}
                onClick={() => edit(suggestions[choice]?.text ?? '')}
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
          <FillNotice state={state} onUndo={() => void undo(draft)} />
          <OwnReply
            value={own}
            checker={checker}
            limit={actions.limit}
            isFilling={isFilling}
            field={field}
            onChange={(words) => set({ own: words })}
            onFill={(words) => void fillText(words)}
          />
        </>
      )}
    </section>
  );
});
