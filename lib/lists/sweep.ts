import type { RuleSettings, Scope } from '../compliance/types.ts';
import type { Session } from '../model.ts';

/** A session that ended may still be taken up again for a while (ms). */
const grace = 6 * 3_600_000;

/** The rules without what has run out: times that are over, sessions that ended. The same object when nothing has. */
export function sweptRules(rules: RuleSettings, sessions: readonly Session[], now: number): RuleSettings {
  const running = new Set(
    sessions
      .filter(({ isClosed, endedAt }) => !isClosed && (endedAt === null || endedAt + grace > now))
      .map(({ id }) => id),
  );
  const holds = ({ scope: { until, session } = {} }: { scope?: Scope }): boolean =>
    (until === undefined || until > now) && (session === undefined || running.has(session));
  const { terms, allow, quiet } = rules;
  return [terms, allow, quiet].every((items: readonly { scope?: Scope }[]) => items.every(holds))
    ? rules
    : { ...rules, terms: terms.filter(holds), allow: allow.filter(holds), quiet: quiet.filter(holds) };
}
