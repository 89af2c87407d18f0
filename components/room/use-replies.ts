import { type RefObject, useState } from 'react';
import type { ProductFacts } from '../../lib/assist/types.ts';
import { useDoing } from '../store.ts';
import type { Asked, Reply, RoomActions, Suggestion } from './actions.ts';
import { useFill } from './use-fill.ts';

/** A reply that a person wrote and filled. */
export interface Typed {
  words: string;
  question: Asked | null;
  product: ProductFacts | null;
}

interface Options {
  question: Asked | null;
  product: ProductFacts | null;
  actions: RoomActions | null;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** Puts a suggestion, or what stands in the field, into the console's box: checked, and noted as what it began as. */
export function useReplies({ question, product, actions, field }: Options) {
  const own = useDoing((doing) => doing.own);
  const began = useDoing((doing) => doing.from);
  const set = useDoing((doing) => doing.set);
  const { state, fill, undo } = useFill(actions);
  const isFilling = state?.kind === 'filling';
  const [typed, setTyped] = useState<Typed | null>(null);

  const fillText = async (
    words: string,
    from: Partial<Pick<Reply, 'script' | 'edited' | 'model' | 'override'>> = {},
  ) => {
    const cleared = from.override ? null : actions?.clear(words, product?.category);
    const overruled = from.override && actions?.overrule(words, from.override.reason, product?.category);
    const text = cleared ?? overruled?.text;
    if (!text || isFilling) return false;
    return fill({
      text,
      ...(question && { question: question.id }),
      ...(from.script && { script: from.script }),
      ...(from.edited && { edited: from.edited }),
      ...(from.model && { model: from.model }),
      ...(overruled && { override: { reason: overruled.reason, findings: overruled.findings } }),
    });
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
  return {
    own,
    began,
    typed,
    state,
    isFilling,
    undo,
    fillSuggestion: ({ text, script, model }: Suggestion) =>
      void fillText(text, model ? { model } : { script }),
    fillOwn,
    write,
    /** types on in the field what was suggested */
    edit: ({ text, script, model }: Suggestion) => write(text, model ? null : { script, text }),
    /** the field was typed in */
    type: (words: string) => set({ own: words, from: words === '' ? null : began }),
  };
}
