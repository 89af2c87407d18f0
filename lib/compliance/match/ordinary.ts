import type { Folded } from '../text/fold.ts';

/** Letters beside a suspected word that the reader sees too. */
const margin = 4;

/**
 * Tells whether a standard reader sees a common word where a veiled one is suspected: 定级 is not 顶级. A word
 * inside a longer term of which more is plain (佐用 in 副佐用) does not count. `doubtful` are the places of letters
 * that are not the term's own.
 */
export type IsOrdinary = (
  folded: Folded,
  start: number,
  end: number,
  doubtful: readonly number[],
  isMostlyPlain: boolean,
) => boolean;

export function createOrdinary(): IsOrdinary {
  let segmenter: Intl.Segmenter | null | undefined;
  return (folded, start, end, doubtful, isMostlyPlain) => {
    // made when first asked: few texts ever need it
    segmenter ??=
      typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;
    if (!segmenter) return false;
    const from = Math.max(0, start - margin);
    const to = Math.min(folded.length, end + margin);
    const around = String.fromCharCode(...folded.codes.subarray(from, to));
    const segments = segmenter.segment(around);
    return doubtful.some((at) => {
      const { segment, index } = segments.containing(at - from)!;
      const first = from + index;
      return segment.length > 1 && !(isMostlyPlain && first >= start && first + segment.length <= end);
    });
  };
}
