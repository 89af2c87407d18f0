import { conceptNumber, concepts } from './concepts.ts';
import table from './data/reading.json' with { type: 'json' };
import { intentOf } from './intent.ts';
import { isQuestion, soundsAsking } from './question.ts';
import { type Sense, sense } from './sense.ts';
import type { Intent, Objection, Reading } from './types.ts';

/** Reads a comment: what it wants, whether it waits for an answer, its mood and what it fills in. Pure. */
export const readComment = (text: string): Reading => readSense(sense(text));

/** The same for a comment that is already taken apart. */
export function readSense(comment: Sense): Reading {
  const asking = soundsAsking(comment);
  const topic = intentOf(comment, asking);
  const waits = isQuestion(comment, topic);
  // 我家娃在睡觉 names a child, yet wants nothing
  const intent = waits || !mereTopics.has(topic) ? topic : 'other';
  return {
    intent,
    isQuestion: waits,
    sentiment: sentimentOf(comment, intent, asking),
    objection: objectionOf(comment),
    slots: comment.slots,
  };
}

const mereTopics: ReadonlySet<Intent> = new Set([
  'suitability',
  'spec',
  'usage',
  'ingredients',
  'comparison',
  'size',
]);

function sentimentOf({ terms, mood, denials }: Sense, intent: Intent, asking: boolean): Reading['sentiment'] {
  if (intent === 'abuse' || intent === 'complaint') return 'negative';
  let score = Math.sign(mood);
  for (const { concept } of terms) {
    if (concept < 0) continue;
    const { group } = concepts[concept]!;
    if (group === 'complaint' || group === 'abuse') score -= 2;
    else if (group === 'praise' && !asking) score += denials > 0 ? -1 : 1;
    else if (sad.has(concept)) score -= 1;
  }
  return score > 0 ? 'positive' : score < 0 ? 'negative' : 'neutral';
}

function objectionOf({ terms }: Sense): Objection | null {
  for (const { concept } of terms) {
    const objection = objections.get(concept);
    if (objection) return objection;
  }
  return null;
}

const sad = new Set(table.sad.split(' ').map(conceptNumber));
const objections = new Map(
  Object.entries(table.objections).flatMap(([objection, names]) =>
    names.split(' ').map((name) => [conceptNumber(name), objection as Objection] as const),
  ),
);
