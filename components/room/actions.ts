import type { CheckedText } from '../../lib/compliance/types.ts';
import type { Response } from '../../lib/messages.ts';
import type { SuggestionEvent } from '../../lib/model.ts';
import type { Question } from '../../lib/room/state.ts';

export type Suggestion = SuggestionEvent['replies'][number];

type Filled = Response<'ui-cs:fill'>;
export type FillOutcome = Extract<Filled, { ok: true }> | { ok: false; reason: FillFailure };
export type FillFailure = Extract<Filled, { ok: false }>['reason'] | 'unreachable';

/** What is to be answered: a question of the board, or any comment. */
export type Asked = Pick<Question, 'id' | 'text' | 'reading'>;

/** A reply on its way into the console's box. */
export interface Reply {
  text: CheckedText;
  question?: string;
  script?: string;
}

/** What a person can do in a live room; a replayed one has none of it. */
export interface RoomActions {
  /** longest text that the console's box takes, in UTF-16 units */
  limit: number;
  /** the checked text, or null when a finding blocks it */
  clear(text: string): CheckedText | null;
  fill(reply: Reply): Promise<FillOutcome>;
  /** puts back what stood in the box before a fill */
  restore(previous: string): Promise<FillOutcome>;
  close(question: string, how: 'spoken' | 'dismissed'): void;
  /** notes what was put before the person */
  showed(question: string, replies: readonly Suggestion[]): void;
}
