import { weighIntents } from './intent.ts';
import type { Library } from './library.ts';
import { soundsAsking } from './question.ts';
import { type Sense, sense } from './sense.ts';
import type { Intent, Reading } from './types.ts';

/** Believed where the words of the comment leave the intent open, and where they do not. */
const believed = { open: 0.45, plain: 0.75 } as const;
/** By fewer votes than this the words leave it open. */
const plainLead = 2;

/**
 * What a question wants, in a trade that the lexicon has no words for: what the reply found for it answers.
 *
 * A grievance, an order in trouble and what harms stay what they are.
 *
 * @param best the first match of `search` for this comment, if any
 * @param sensed the text taken apart, where that was done already
 */
export function settleIntent(
  text: string,
  reading: Reading,
  best: ReturnType<Library['search']>[number] | undefined,
  sensed: Sense = sense(text),
): Intent {
  const { intent, isQuestion } = reading;
  if (!best || !isQuestion || own.has(intent) || best.script.intent === 'other') return intent;
  const { lead } = weighIntents(sensed, soundsAsking(sensed));
  return best.score >= (lead < plainLead ? believed.open : believed.plain) ? best.script.intent : intent;
}

const own: ReadonlySet<Intent> = new Set(['injection', 'abuse', 'spam', 'complaint', 'order']);
