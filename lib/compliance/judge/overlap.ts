import type { Candidate } from '../match/scanner.ts';
import type { CompiledRule } from '../prepare.ts';
import type { Severity } from '../rules.ts';

export interface Judged extends Omit<Candidate, 'rule'> {
  rule: CompiledRule;
  severity: Severity;
}

/** Categories that say the same of one span: the longest alone is shown. */
const kindOf = (category: string): string =>
  /^[AP]/.test(category) ? 'AP' : /^M/.test(category) ? 'M' : category;

/**
 * Leaves one finding where several say the same: the most severe, then the longest, then price before praise.
 * `stands` is asked only of those that no other covers.
 */
export function withoutNested(judged: readonly Judged[], stands: (one: Judged) => boolean): Judged[] {
  const ranked = [...judged].sort(
    (a, b) =>
      rank(b.severity) - rank(a.severity) ||
      b.end - b.start - (a.end - a.start) ||
      (a.rule.id === b.rule.id
        ? a.start - b.start || firstEnd(a) - firstEnd(b) || a.order - b.order
        : a.rule.id > b.rule.id
          ? -1
          : 1),
  );
  const kept: Judged[] = [];
  // by letter, so that long texts stay linear
  const over = new Map<number, Judged[]>();
  for (const one of ranked) {
    if (isCovered(one, over) || !stands(one)) continue;
    kept.push(one);
    for (let at = one.start; at < one.end; at++) over.set(at, [...(over.get(at) ?? []), one]);
  }
  return kept;
}

function isCovered(one: Judged, over: ReadonlyMap<number, Judged[]>): boolean {
  for (let at = one.start; at < one.end; at++)
    for (const other of over.get(at) ?? []) {
      if (kindOf(one.rule.category) === kindOf(other.rule.category)) return true;
      const isWithin = one.start >= other.start && one.end <= other.end;
      if (isWithin && one.rule.category !== 'N1' && rank(one.severity) <= rank(other.severity)) return true;
    }
  return false;
}

/** Of readings of one span, the one that begins with the shorter word counts. */
const firstEnd = ({ tokens }: Judged): number => tokens[0]?.end ?? 0;

const rank = (severity: Severity): number => Number(severity[1]);
