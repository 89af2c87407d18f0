import type { Finding } from '../../model.ts';
import kinds from '../data/evidence.json' with { type: 'json' };
import type { CheckContext, Evidence } from '../types.ts';

/** Whether papers of this kind can prove claims of a category. */
export const proves = (kind: Evidence['kind'], category: string): boolean => kinds[kind].includes(category);

/**
 * Excuses a finding that only needs proof (S1) when the shop holds valid proof of its kind; all others are
 * given back as they are. Without `now` nothing is valid. A veiled spelling is never excused.
 * 广告法 Art. 11: what is quoted must be true and within its period.
 */
export function withEvidence(finding: Finding, { evidence, now }: CheckContext): Finding {
  if (!evidence || now === undefined || finding.severity !== 'S1' || finding.evasion) return finding;
  const proven = evidence.some(
    ({ kind, covers, until }) =>
      now < until &&
      proves(kind, finding.category) &&
      [finding.category, finding.rule, finding.canonical, finding.text].includes(covers),
  );
  if (!proven) return finding;
  return { ...finding, severity: 'S0', exemption: 'X-EVID', reason: '本店持有有效的依据', rewrites: [] };
}
