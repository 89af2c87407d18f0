import type { CompiledRule } from '../compile.ts';
import type { Match } from '../match/reader.ts';
import type { Severity } from '../rules.ts';

export interface Judged extends Match {
  rule: CompiledRule;
  severity: Severity;
}

/** Categories that say the same of one span: the longest alone is shown. */
const kindOf = (category: string): string =>
  /^[AP]/.test(category) ? 'AP' : /^M/.test(category) ? 'M' : category;

/** Leaves one finding where several say the same: the most severe, then the longest, then price before praise. */
export function withoutNested(judged: readonly Judged[]): Judged[] {
  const ranked = [...judged].sort(
    (a, b) =>
      rank(b.severity) - rank(a.severity) ||
      b.end - b.start - (a.end - a.start) ||
      (a.rule.id > b.rule.id ? -1 : 1),
  );
  const kept: Judged[] = [];
  for (const one of ranked) {
    const covered = kept.some(
      (other) =>
        one.start < other.end &&
        other.start < one.end &&
        (kindOf(one.rule.category) === kindOf(other.rule.category) ||
          (one.rule.category !== 'N1' &&
            one.start >= other.start &&
            one.end <= other.end &&
            rank(one.severity) <= rank(other.severity))),
    );
    if (!covered) kept.push(one);
  }
  return kept;
}

const rank = (severity: Severity): number => Number(severity[1]);
