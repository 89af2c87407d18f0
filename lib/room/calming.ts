import type { Intent, Reading } from '../reply/types.ts';
import data from './data/calming.json' with { type: 'json' };

/** A reply of the calming set: it hears, says what can be done and where, pushes nothing and claims nothing. */
export interface CalmingScript {
  id: string;
  /** matters in which it is apt */
  for: readonly Intent[];
  text: string;
}

/** All of the set. It rests on no product's facts: each may be said as it stands. */
export const calmingScripts = data as readonly CalmingScript[];

const ids: ReadonlySet<string> = new Set(calmingScripts.map(({ id }) => id));

/** Whether a script is of the calming set. */
export const isOfCalmingSet = (id: string): boolean => ids.has(id);

/** Where a room's anger sits: there to be heard comes before to be told. */
const touchy: ReadonlySet<Intent> = new Set([
  'complaint',
  'aftersale',
  'shipping',
  'order',
  'authenticity',
  'abuse',
  'other',
]);

/**
 * The calming replies for a comment, and whether they come before those that answer it: who plainly asks for a size
 * wants the size.
 *
 * @param turn how often of late one of them was taken: they take turns
 */
export function calmingFor(
  { intent, sentiment }: Pick<Reading, 'intent' | 'sentiment'>,
  turn = 0,
): { scripts: CalmingScript[]; isFirst: boolean } {
  const apt = calmingScripts.filter((one) => one.for.includes(intent));
  const from = apt.length > 0 ? turn % apt.length : 0;
  return {
    scripts: [...apt.slice(from), ...apt.slice(0, from)],
    isFirst: sentiment === 'negative' || touchy.has(intent),
  };
}
