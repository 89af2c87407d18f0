import type { LoggedEvent } from '../model.ts';
import { type Intent, intents } from '../reply/types.ts';
import type { ShopScript } from './schema.ts';
import { bareText } from './twins.ts';

/** A question that no script answers, as people noted it while live. */
export interface Lack {
  /** in the viewer's words */
  text: string;
  intent: Intent;
  /** id of the product it was about, where that was known */
  product?: string;
  /** how often it was noted */
  count: number;
  /** when last (ms epoch) */
  at: number;
}

/** By the letters of their question. */
export type Lacks = Map<string, Lack>;

/** Counts one event, in place. Same events, same gaps. */
export function foldLack(lacks: Lacks, event: LoggedEvent): void {
  if (event.kind !== 'lack') return;
  const { text, product, at, undone } = event;
  const key = bareText(text);
  const known = lacks.get(key);
  const intent = intents.find((one) => one === event.intent) ?? 'other';
  const count = (known?.count ?? 0) + (undone ? -1 : 1);
  if (count <= 0) lacks.delete(key);
  else lacks.set(key, { text, intent, ...(product !== undefined && { product }), count, at });
}

/** The gaps that no script has among its questions and nobody has settled, the most noted first. */
export function openLacks(
  lacks: Lacks,
  scripts: readonly Pick<ShopScript, 'examples'>[],
  settled: readonly string[],
): Lack[] {
  const known = new Set([...settled, ...scripts.flatMap(({ examples }) => examples.map(bareText))]);
  return [...lacks]
    .filter(([key]) => !known.has(key))
    .map(([, lack]) => lack)
    .sort((a, b) => b.count - a.count || b.at - a.at);
}
