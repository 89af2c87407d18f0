import { compileRules, prepareRules } from '../../lib/compliance/index.ts';
import { emptySettings, type RuleSettings } from '../../lib/compliance/types.ts';
import { createWhatIf, type WhatIf } from '../../lib/lists/what-if.ts';
import type { Database } from '../../lib/log/database.ts';
import { readLines } from './replay-lines.ts';

/** Replays the newest sessions by pairs of rules: as they are, and as they would be. */
export type Replay = (
  pairs: readonly (readonly [before: RuleSettings, after: RuleSettings])[],
  sessions: number,
  onShare?: (share: number) => void,
) => Promise<WhatIf[]>;

/** Reading the built-in rules takes a while: they are read when first asked for, and kept; `warm` asks ahead. */
export function createReplay(db: Database): { replay: Replay; warm(): void } {
  const made: { prepared?: ReturnType<typeof prepareRules> } = {};
  const compile = (rules: RuleSettings) => {
    made.prepared ??= prepareRules();
    return compileRules(rules, Date.now, made.prepared);
  };
  return {
    warm: () => compile(emptySettings),
    async replay(pairs, sessions, onShare = () => {}) {
      const runs = pairs.map(([before, after]) => createWhatIf(before, after, compile));
      for await (const { lines, share } of readLines(db, sessions)) {
        for (const line of lines) for (const run of runs) run.look(line);
        onShare(share);
      }
      return runs.map((run) => run.outcome());
    },
  };
}
