/** The compliance engine: normalise, match, judge in context. Pure: no browser, no network, no model. */
import type { Finding } from '../model.ts';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { type Prepared, prepare } from './prepare.ts';
import type { CheckContext, CheckedText, Checker, RuleSettings } from './types.ts';
import { emptySettings, isBlocking } from './types.ts';

export { ruleCatalogue } from './catalogue.ts';
export { proves } from './judge/evidence.ts';
export { prepare as prepareRules } from './prepare.ts';
export { emptySettings } from './types.ts';

/**
 * Compiles the built-in rules with a moderator's settings. The shop's product category and evidence hold wherever a
 * context names none; `now` tells what has expired. Reading the built-in rules takes tens of milliseconds: who
 * compiles again after a change keeps what `prepareRules` gave, and then it takes a few.
 */
export function compileRules(
  settings: RuleSettings = emptySettings,
  now: () => number = Date.now,
  prepared: Prepared = prepare(),
): Checker {
  const compiled = compile(settings, prepared, now);
  return {
    version: compiled.version,
    check: (text: string, context: CheckContext): Finding[] => check(text, context, compiled),
  };
}

/** The same rules for texts of one room: platform, room and session need not be told with each. */
export const inPlace = (
  checker: Checker,
  place: Pick<CheckContext, 'platform' | 'room' | 'session'>,
): Checker => ({
  version: checker.version,
  check: (text, context) => checker.check(text, { ...place, ...context }),
});

/** Lets a text through when nothing in it blocks: the only maker of CheckedText. */
export function clear(
  text: string,
  checker: Checker,
  context: CheckContext,
): { ok: true; text: CheckedText; findings: Finding[] } | { ok: false; findings: Finding[] } {
  const findings = checker.check(text, context);
  return findings.some(isBlocking)
    ? { ok: false, findings }
    : { ok: true, text: text as CheckedText, findings };
}
