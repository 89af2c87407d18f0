import type { compileRules, prepareRules } from '../compliance/index.ts';
import type { Checker } from '../compliance/types.ts';
import type { Database } from './database.ts';
import { type Asked, createRuleReader } from './lists.ts';
import { keepRuleSet } from './rule-sets.ts';
import { createRuleSource } from './rules.ts';

/** What compiles rules, given so that a page may load it late. */
interface Compiler {
  compileRules: typeof compileRules;
  prepareRules: typeof prepareRules;
}

/**
 * Gives the checker of the rules that hold for a place and time, compiled anew only after a change. What each version
 * was is kept beside the log, since judgements in it name no more than the version.
 */
export function createCheckers(
  db: Database,
  { compileRules, prepareRules }: Compiler,
): (asked?: Asked) => Promise<Checker> {
  let prepared: ReturnType<typeof prepareRules> | undefined;
  return createRuleSource(createRuleReader(db), (rules) => {
    prepared ??= prepareRules();
    const checker = compileRules(rules, Date.now, prepared);
    const set = { version: checker.version, builtIn: prepared.hash, settings: rules, at: Date.now() };
    // outside of the read: judging waits for no disk, and a page that looks back may have one that takes nothing
    setTimeout(() => keepRuleSet(db, set).catch(() => {}));
    return checker;
  });
}
