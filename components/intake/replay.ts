import { compileRules, prepareRules } from '../../lib/compliance/index.ts';
import type { RuleSettings } from '../../lib/compliance/types.ts';
import { createWhatIf, type WhatIf } from '../../lib/lists/what-if.ts';
import type { Reading } from './read-apart.ts';

/** Replays the newest sessions by pairs of rules: as they are, and as they would be. */
export type Replay = (
  pairs: readonly Pair[] | Promise<readonly Pair[]>,
  sessions: number,
  onShare?: (share: number) => void,
) => Promise<WhatIf[]>;
export type Pair = readonly [before: RuleSettings, after: RuleSettings];

interface Begun {
  reading: Reading;
  sessions: number;
  /** ms epoch */
  at: number;
}

/** What was read ahead is not what was said by now, after so long (ms). */
const fresh = 60_000;

/**
 * Reading the built-in rules takes a while: they are read when first asked for, and kept. Before somebody
 * asks, `ahead` has the newest sessions read and `learn` learns the words of rules that are likely.
 */
export function createReplay(
  read: (sessions: number) => Reading,
  now: () => number = Date.now,
): { replay: Replay; ahead(sessions: number): void; learn(rules: RuleSettings): void } {
  const made: { prepared?: ReturnType<typeof prepareRules> } = {};
  let begun: Begun | null = null;
  const prepared = () => {
    made.prepared ??= prepareRules();
    return made.prepared;
  };
  const compile = (rules: RuleSettings) => compileRules(rules, Date.now, prepared());
  function begin(sessions: number): Begun {
    const known = begun;
    begun = null;
    if (known?.sessions === sessions && now() - known.at < fresh) return known;
    known?.reading.stop();
    return { reading: read(sessions), sessions, at: now() };
  }
  return {
    ahead(sessions) {
      begun = begin(sessions);
    },
    learn: compile,
    async replay(pairs, sessions, onShare = () => {}) {
      // somebody reads while words are learned here
      const { lines, stop } = begin(sessions).reading;
      try {
        prepared();
        const runs = (await pairs).map(([before, after]) => createWhatIf(before, after, compile));
        for await (const { lines: some, share } of lines) {
          for (const line of some) for (const run of runs) run.look(line);
          onShare(share);
        }
        return runs.map((run) => run.outcome());
      } finally {
        stop();
      }
    },
  };
}
