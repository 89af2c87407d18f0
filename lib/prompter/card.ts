import type { ProductFacts } from '../assist/types.ts';
import { type CheckedText, type Checker, isBlocking, type Term } from '../compliance/types.ts';
import { limits, mostOfCard, type PromptCard } from '../model.ts';
import { maskLeaks } from '../moderate/leaks.ts';
import { wordsToAvoid } from './avoid.ts';

/** What a card is made of. */
export interface Wish extends Pick<PromptCard, 'id' | 'what' | 'by'> {
  asked: string;
  /** null while nobody has an answer */
  answer: CheckedText | null;
  product: ProductFacts | null;
}

/** Makes a card: contact data covered, and what of the question must not be read out named. */
export function cardOf(wish: Wish, checker: Checker, own: readonly Pick<Term, 'text'>[] = []): PromptCard {
  const { id, what, by, answer, product } = wish;
  const asked = maskLeaks(wish.asked).slice(0, limits.text);
  const category = product?.category ?? 'general';
  const unsaid =
    what === 'result'
      ? []
      : checker
          .check(asked, { channel: 'host', category })
          .filter(isBlocking)
          .map(({ text }) => text.slice(0, mostOfCard.word));
  return {
    id,
    what,
    by,
    asked,
    answer: answer ?? '',
    unsaid: [...new Set(unsaid)].slice(0, mostOfCard.unsaid),
    product: product && {
      name: nameOf(product),
      facts: product.facts
        .map(({ label, value }) => `${label} ${value}`.slice(0, limits.title))
        .slice(0, mostOfCard.facts),
      avoid: wordsToAvoid(category, checker, own),
    },
    rules: checker.version,
  };
}

/** Its first name, behind its link's number. */
function nameOf({ names, link }: ProductFacts): string {
  const [first = names] = names.split(/[,，、|/\n]/);
  return `${link === undefined ? '' : `${link}号 `}${first.trim()}`.slice(0, limits.title);
}
