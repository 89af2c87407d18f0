import type { Segment, SegmentPart } from '../model.ts';

/** What a template has segments for. */
export type TemplatePart = Exclude<SegmentPart, 'other'>;

/** What a template calls its segments and what it wants of them, in one language. */
export interface TemplateWords {
  name(part: TemplatePart, round: number | null): string;
  aims: Record<TemplatePart, string>;
}

export interface Template {
  /** the golden first five minutes, in three acts */
  opening: boolean;
  /** loops of content, questions and closing */
  loops: number;
  /** what each loop is about, in order; more than there are loops are left out */
  products: readonly string[];
}

const minute = 60;
const opening: readonly [TemplatePart, number][] = [
  ['suspense', 1.5 * minute],
  ['benefit', 2 * minute],
  ['solution', 1.5 * minute],
];
const loop: readonly [TemplatePart, number][] = [
  ['content', 10 * minute],
  ['questions', 5 * minute],
  ['closing', 5 * minute],
];

/** The segments of a template, in order. */
export function segmentsFrom(
  { opening: isOpening, loops, products }: Template,
  words: TemplateWords,
): Segment[] {
  const segment = (part: TemplatePart, length: number, round: number | null): Segment => {
    const product = round === null ? undefined : products[round - 1];
    const name = words.name(part, loops > 1 ? round : null);
    return { name, part, length, aim: words.aims[part], ...(product && { product }) };
  };
  return [
    ...(isOpening ? opening.map(([part, length]) => segment(part, length, null)) : []),
    ...Array.from({ length: loops }, (_, i) =>
      loop.map(([part, length]) => segment(part, length, i + 1)),
    ).flat(),
  ];
}
