import type { Kind, Selection } from '../../lib/export/order.ts';
import { ActEvent, PageEvent, type Session } from '../../lib/model.ts';

export const groups = ['comments', 'audience', 'acts', 'figures', 'capture'] as const;
export type Group = (typeof groups)[number];

/** The kinds of each group; what is in none is something a person did. */
const kindsOf: Record<Exclude<Group, 'acts'>, readonly Kind[]> = {
  comments: ['comment'],
  audience: ['audience'],
  figures: ['metric', 'goods'],
  capture: ['room', 'health', 'gap'],
};

/** What of a session is wanted, as the form has it; times are ms epoch. */
export interface Range {
  isWhole: boolean;
  from: number;
  to: number;
  words: string;
  groups: readonly Group[];
}

export const wholeOf = ({ startedAt, endedAt, lastAt }: Session): Range => ({
  isWhole: true,
  from: startedAt,
  to: endedAt ?? lastAt,
  words: '',
  groups,
});

export const isSound = ({ isWhole, from, to, groups: wanted }: Range): boolean =>
  wanted.length > 0 && (isWhole || from < to);

const kinds = [...PageEvent.options, ...ActEvent.options].map(({ shape }): Kind => shape.kind.value);

/** The range as the log takes it; what limits nothing is left out. The last second is in it. */
export function selectionOf({ isWhole, from, to, words, groups: wanted }: Range): Selection {
  return {
    ...(!isWhole && { from, to: to + 1000 }),
    ...(words.trim() && { words: words.trim() }),
    ...(wanted.length < groups.length && { kinds: kinds.filter((kind) => wanted.includes(groupOf(kind))) }),
  };
}

const groupOf = (kind: Kind): Group =>
  (Object.keys(kindsOf) as (keyof typeof kindsOf)[]).find((group) => kindsOf[group].includes(kind)) ?? 'acts';
