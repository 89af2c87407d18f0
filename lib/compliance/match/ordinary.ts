import table from '../data/tables/ordinary.json' with { type: 'json' };
import { type Folded, lettersOf } from '../text/fold.ts';

/** Letters beside a suspected word that the reader sees too. */
const margin = 4;

/** Veiled findings of so many letters may be chance at their end too. */
const short = 2;
const particles =
  /^[的了着过地得们吗呢吧啊是就都也才能会要可还又再这那我你他她它有很太真更最让快没不来去里上中一二三四五六七八九十两几半个以为与和及被把用对将给到0-9]+$/;

/** Whether a place parts a word into two that mean something. */
function divides({ segment, index }: Intl.SegmentData, at: number): boolean {
  const [left, right] = [segment.slice(0, at - index), segment.slice(at - index)];
  return left !== '' && right !== '' && !particles.test(left) && !particles.test(right);
}

/** Tells common words from veiled ones. */
export interface Ordinary {
  /**
   * Whether a standard reader sees a common word where a veiled one is suspected: 定级 is not 顶级. A word
   * inside a longer term of which more is plain (佐用 in 副佐用) does not count. `doubtful` are the places of
   * letters that are not the term's own.
   */
  holds(
    folded: Folded,
    start: number,
    end: number,
    doubtful: readonly number[],
    isMostlyPlain: boolean,
  ): boolean;
  /** Whether letters that sound or look like a term are written by people who mean what they write: 绘本. */
  isWritten(folded: Folded, start: number, end: number): boolean;
  /** Whether letters that are a term's, turned round, are part of other words. */
  joins(folded: Folded, start: number, end: number): boolean;
  /**
   * Whether a finding begins inside a common word, or, short and not as written, ends inside one: 突|破价|格,
   * |房家|庭 but 抗癌|症. Particles and numerals at the cut prove nothing: 就是最好.
   */
  cuts(folded: Folded, start: number, end: number, isPlain: boolean): boolean;
  /** What of a common word lies behind a place inside it: 台 in 壮阳|台; empty where none does. */
  restAfter(folded: Folded, at: number): string;
  /** Whether a gap before a letter parts two common words: 不行 房间. */
  parts(folded: Folded, at: number): boolean;
}

export function createOrdinary(): Ordinary {
  const written = new Set(table.written.split(' '));
  let segmenter: Intl.Segmenter | null | undefined;
  let segmented: string | undefined;
  let segments: Intl.Segments | undefined;

  return {
    holds(folded, start, end, doubtful, isMostlyPlain) {
      const from = Math.max(0, start - margin);
      const segments = segment(lettersOf(folded, from, Math.min(folded.length, end + margin)));
      if (!segments) return false;
      return doubtful.some((at) => {
        const { segment, index } = segments.containing(at - from)!;
        const first = from + index;
        return segment.length > 1 && !(isMostlyPlain && first >= start && first + segment.length <= end);
      });
    },
    isWritten: (folded, start, end) => written.has(lettersOf(folded, start, end)),
    joins(folded, start, end) {
      const from = Math.max(0, start - margin);
      const segments = segment(lettersOf(folded, from, Math.min(folded.length, end + margin)));
      if (!segments) return false;
      for (let at = start; at < end; at++) {
        const { segment, index } = segments.containing(at - from)!;
        const first = from + index;
        if (segment.length > 1 && (first < start || first + segment.length > end)) return true;
      }
      return false;
    },
    cuts(folded, start, end, isPlain) {
      // with anything put between letters, words are not what they seem
      if (folded.ends[end - 1]! - folded.starts[start]! !== end - start) return false;
      const from = Math.max(0, start - margin);
      const segments = segment(lettersOf(folded, from, Math.min(folded.length, end + margin)));
      if (!segments) return false;
      const before = segments.containing(start - from)!;
      if (divides(before, start - from) && from + before.index + before.segment.length < end) return true;
      if (isPlain || end - start > short) return false;
      const after = segments.containing(end - 1 - from)!;
      return from + after.index > start && divides(after, end - from);
    },
    restAfter(folded, at) {
      if (at >= folded.length) return '';
      const from = Math.max(0, at - margin);
      const over = segment(lettersOf(folded, from, Math.min(folded.length, at + margin)))?.containing(
        at - from,
      );
      return over && from + over.index < at ? over.segment.slice(at - from - over.index) : '';
    },
    parts(folded, at) {
      const before = lettersOf(folded, Math.max(0, at - margin), at);
      const last = segment(before)?.containing(before.length - 1);
      if (last && last.segment.length > 1) return true;
      const first = segment(lettersOf(folded, at, Math.min(folded.length, at + margin)))?.containing(0);
      return first !== undefined && first.segment.length > 1 && !/[的了在是]$/.test(first.segment);
    },
  };

  function segment(text: string): Intl.Segments | undefined {
    // made when first asked: few texts ever need it
    segmenter ??=
      typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;
    // words that sound alike are suspected in one place, one after the other
    if (text !== segmented) {
      segments = segmenter?.segment(text);
      segmented = text;
    }
    return segments;
  }
}
