import type { Channel, CheckContext, Checker, RuleSettings } from '../compliance/types.ts';
import type { Finding } from '../model.ts';
import { changedOnly } from './what-if-change.ts';
import { type Doubt, doubtsAbout } from './what-if-doubts.ts';

/** What is judged again: viewers' comments, our own replies, the shop's scripts, titles of products. */
export const lineSources = ['comment', 'reply', 'script', 'title'] as const;
export type LineSource = (typeof lineSources)[number];

/** A text that was said or stands in the shop's tables. */
export interface Line {
  source: LineSource;
  text: string;
  place: Pick<CheckContext, 'platform' | 'room' | 'session'>;
  /** of the event it was in */
  seq?: number;
}

/** A text that is judged otherwise. `changed`: the same words, another severity. */
export interface Hit extends Line {
  state: 'new' | 'gone' | 'changed';
  /** of the rules to come; of those that hold now where it is gone */
  findings: Finding[];
  /** why what is new may be a false hit; empty when nothing speaks against it */
  doubts: Doubt[];
}

/** What a change would do. */
export interface WhatIf {
  /** texts looked at */
  read: Record<LineSource, number>;
  counts: Record<LineSource, Record<Hit['state'], number>>;
  /** texts with something new that looks like a false hit */
  doubtful: number;
  /** terms by how many texts they are new in, most first */
  words: { word: string; count: number }[];
  /** the first of each state, doubtful ones first */
  hits: Hit[];
}

export interface WhatIfRun {
  look(line: Line): void;
  outcome(): WhatIf;
}

const channels: Record<LineSource, Channel> = {
  comment: 'viewer_comment',
  reply: 'public_reply',
  script: 'public_reply',
  title: 'title',
};
const shownHits = 100;
const shownWords = 20;
/** A term in so many of the comments is an everyday word. */
const everydayShare = 0.01;
const everydayLeast = 20;

/**
 * Judges texts by two states of the rules and keeps what differs. Most texts are read once only, by the few rules that
 * change; the others are compiled when there is something for them to judge.
 */
export function createWhatIf(
  before: RuleSettings,
  after: RuleSettings,
  compile: (rules: RuleSettings) => Checker,
): WhatIfRun {
  const changed = changedOnly(before, after);
  const screen = changed && compile(changed);
  const made: { both?: [Checker, Checker] } = {};
  const read = perSource(() => 0);
  const counts = perSource(() => ({ new: 0, gone: 0, changed: 0 }));
  const kept: Record<'doubtful' | Hit['state'], Hit[]> = { doubtful: [], new: [], changed: [], gone: [] };
  const words = new Map<string, { count: number; comments: number }>();
  let doubtful = 0;

  return {
    look(line) {
      read[line.source]++;
      const { text, place, source } = line;
      const channel = channels[source];
      if (screen && screen.check(text, { channel }).length === 0) return;
      made.both ??= [compile(before), compile(after)];
      const [old, now] = made.both.map((checker) =>
        checker.check(text, { ...place, channel }).filter(({ severity }) => severity !== 'S0'),
      ) as [Finding[], Finding[]];
      const added = without(now, old);
      const gone = without(old, added.length > 0 ? [] : now);
      if (added.length === 0 && gone.length === 0) return;
      const state = added.length === 0 ? 'gone' : without(added, old, placeOf).length > 0 ? 'new' : 'changed';
      counts[source][state]++;
      const isViewer = source === 'comment';
      const doubts = state === 'new' ? added.flatMap((one) => doubtsAbout(text, one, isViewer)) : [];
      if (state === 'new') count(added, isViewer);
      if (doubts.length > 0) doubtful++;
      const held = kept[doubts.length > 0 ? 'doubtful' : state];
      if (held.length < shownHits)
        held.push({ ...line, state, findings: added.length > 0 ? added : gone, doubts });
    },
    outcome() {
      const often = new Map(
        [...words].flatMap(([word, { comments }]) =>
          comments >= everydayLeast && comments >= read.comment * everydayShare
            ? [[word, comments / read.comment] as const]
            : [],
        ),
      );
      const withEveryday = (hit: Hit): Hit => {
        const word = hit.findings.map(({ canonical }) => canonical).find((one) => often.has(one));
        const doubt: Doubt[] = word ? [{ kind: 'everyday', word, share: often.get(word)! }] : [];
        return doubt.length > 0 && hit.state === 'new' ? { ...hit, doubts: [...hit.doubts, ...doubt] } : hit;
      };
      const { doubtful: doubted, new: plain, changed, gone } = kept;
      return {
        read,
        counts,
        doubtful,
        words: [...words]
          .map(([word, { count }]) => ({ word, count }))
          .sort((a, b) => b.count - a.count)
          .slice(0, shownWords),
        hits: [...doubted, ...plain, ...changed, ...gone].map(withEveryday),
      };
    },
  };

  function count(added: readonly Finding[], isViewer: boolean): void {
    for (const word of new Set(added.map(({ canonical }) => canonical))) {
      const { count, comments } = words.get(word) ?? { count: 0, comments: 0 };
      words.set(word, { count: count + 1, comments: comments + Number(isViewer) });
    }
  }
}

const perSource = <T>(make: () => T): Record<LineSource, T> => ({
  comment: make(),
  reply: make(),
  script: make(),
  title: make(),
});

const placeOf = ({ start, end }: Finding): string => `${start}-${end}`;
const verdictOf = (one: Finding): string => `${placeOf(one)}-${one.severity}-${one.rule}`;

/** The findings that the others have not. */
function without(findings: Finding[], others: readonly Finding[], keyOf = verdictOf): Finding[] {
  if (others.length === 0 || findings.length === 0) return findings;
  const known = new Set(others.map(keyOf));
  return findings.filter((one) => !known.has(keyOf(one)));
}

/**
 * Whether a list would flag so much more than before that somebody should look first: twice as many texts, and more
 * than one in a hundred.
 */
export function isMuchMore({ read, counts }: WhatIf, flagged: number): boolean {
  const sum = (of: (source: LineSource) => number) =>
    lineSources.reduce((all, source) => all + of(source), 0);
  const more = sum((source) => counts[source].new + counts[source].changed);
  return more >= 10 && more >= flagged && more >= sum((source) => read[source]) / 100;
}
