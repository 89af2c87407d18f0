import type { Drafter } from '../../lib/assist/drafter.ts';
import type { Grounds, ProductFacts } from '../../lib/assist/types.ts';
import type { CheckedText, ProductCategory } from '../../lib/compliance/types.ts';
import type { Response } from '../../lib/messages.ts';
import type { ActEvent, Finding, ModelEvent, SuggestionEvent } from '../../lib/model.ts';
import type { Wish } from '../../lib/prompter/card.ts';
import type { Question } from '../../lib/room/state.ts';
import type { ShopProduct } from '../../lib/shop/schema.ts';

export type Suggestion = SuggestionEvent['replies'][number];

type Filled = Response<'ui-cs:fill'>;
export type FillOutcome = Extract<Filled, { ok: true }> | { ok: false; reason: FillFailure };
export type FillFailure = Extract<Filled, { ok: false }>['reason'] | 'unreachable';

/** What is to be answered: a question of the board, or any comment, of whose author less is known. */
export type Asked = Pick<Question, 'id' | 'text' | 'reading'> &
  Partial<Pick<Question, 'people' | 'traits' | 'wordings'>>;

/** A reply on its way into the console's box. */
export interface Reply {
  text: CheckedText;
  question?: string;
  script?: string;
  /** a person changed the script's words */
  edited?: true;
  /** the model that wrote it */
  model?: string;
  /** a person answers for it */
  override?: { reason: string; findings: Finding[] };
}

/**
 * Finds replies in the library; `product` is what the question is about, if that can be told.
 *
 * Null while rules or tables are not read yet: whoever asked is given another `Suggest` then.
 */
export type Suggest = (
  question: Asked,
  product: ProductFacts | null,
) => readonly Suggestion[] | Promise<readonly Suggestion[]> | null;

/** How far the scripts have been read before the first reply can be found: 0 to 1, or that it failed. */
export type ScriptsRead = number | 'failed' | 'done';

/** A script that a search leads to, in the words it would have now. */
export interface FoundScript {
  id: string;
  code: string | null;
  text: string;
  /** slots about which nothing is known */
  open: readonly string[];
}

/** The shop's own tables, as far as a room uses them. */
export interface RoomShop {
  products: readonly ShopProduct[];
  /** scripts that nobody has approved yet: no search leads to them */
  waiting?: number;
  /** scripts by short code, pinyin initials or words, best first */
  find(query: string, product: ProductFacts | null): Promise<readonly FoundScript[]>;
  /** keeps a reply that was typed as a script; `known` when only its question was new */
  keep(
    text: string,
    question: Asked | null,
    product: ProductFacts | null,
  ): Promise<'kept' | 'known' | 'failed'>;
  /** opens the table of scripts */
  open(): void;
}

/** A model's drafts for the card in hand. */
export interface Drafts {
  drafter: Drafter;
  /** provider/model */
  model: string;
  groundsOf(question: Asked, product: ProductFacts | null): Promise<Grounds>;
}

/** An act without its time, which is that at which it is written down. */
export type Act = ActEvent extends infer One
  ? One extends ActEvent
    ? Omit<One, 'at' | 'seenAt'>
    : never
  : never;

/** What a person can do in a live room; a replayed one has none of it. */
export interface RoomActions {
  /** longest text that the console's box takes, in UTF-16 units */
  limit: number;
  /** the checked text, or null when a finding blocks it */
  clear(text: string, category?: ProductCategory): CheckedText | null;
  /** the same against the rules, for a reason; null without one */
  overrule(
    text: string,
    reason: string,
    category?: ProductCategory,
  ): { text: CheckedText; reason: string; findings: Finding[] } | null;
  fill(reply: Reply): Promise<FillOutcome>;
  /** puts back what stood in the box before a fill */
  restore(previous: string): Promise<FillOutcome>;
  close(question: string, how: 'spoken' | 'handed' | 'dismissed'): void;
  /** hands it to a person who knows, or takes it back */
  hand(question: string, isBack: boolean): void;
  /** notes that no script answers it, or takes that back */
  lack(question: Asked, product: ProductFacts | null, isBack: boolean): void;
  /** gives a wording, by its letters, a card of its own under the id `into` */
  split(question: string, wording: string, into: string): void;
  /** puts a card that was split off back */
  join(question: string): void;
  /** puts something before the host, with the words to say, if any; false when the rules stop those */
  prompt(wish: Omit<Wish, 'answer'> & { words: string }): boolean;
  /** turns the host's screen to another of its cards, or with null to none */
  turn(to: string | null): void;
  /** notes that a model was asked, and what came of it */
  drafted(drafted: Omit<ModelEvent, 'kind' | 'at' | 'seenAt'>): void;
  /** writes down what was done about the broadcast itself: its run, its plans */
  record(act: Act): void;
  /** notes what was put before the person */
  showed(question: string, replies: readonly Suggestion[]): void;
}
