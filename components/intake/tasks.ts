import type { Level, Phrase, RuleSettings, Term } from '../../lib/compliance/types.ts';
import type { Merged, Way } from '../../lib/lists/merge-list.ts';
import type { LineFault } from '../../lib/lists/read-entries.ts';
import type { Header } from '../../lib/lists/read-header.ts';
import type { Unreadable } from '../../lib/lists/read-list.ts';
import type { ListTrouble } from '../../lib/lists/subscription.ts';
import type { WhatIf } from '../../lib/lists/what-if.ts';
import type { ListGroup, ListHead } from '../../lib/lists/word-list.ts';
import type { ListFormat } from '../../lib/lists/write-list.ts';

/** So many of the newest sessions a change is tried on. */
export const replayedSessions = 10;

/** A change of the rules that is not made yet. */
export type Proposal =
  /** a word list switched on or off */
  | { kind: 'switch'; list: string; isOn: boolean }
  /** a list with the content of that hash, which is stored: a version that waits, or an earlier one */
  | { kind: 'content'; list: string; hash: string }
  /** what was read last in the same line */
  | { kind: 'read' }
  /** one more word, banned or let through */
  | { kind: 'term'; term: Term }
  | { kind: 'phrase'; phrase: Phrase }
  /** another severity for a rule; null for the usual one */
  | { kind: 'level'; rule: string; level: Level | null }
  /** any change of switches, terms, phrases, severities; word lists besides stay as they are */
  | { kind: 'rules'; rules: RuleSettings };

/** What an import would do, before anything is taken. */
export interface Preview extends Pick<Merged, 'counts' | 'rows'> {
  header: Header;
  faults: LineFault[];
  faulty: number;
  repeated: number;
}

/** What the worker can do; it keeps what was read last. */
export interface Tasks {
  /** `list` is the one to add to; null for a new one */
  read: {
    given: { from: Blob | string; list: string | null; level: Level; way: Way };
    gives: { ok: true; preview: Preview } | { ok: false; reason: Unreadable };
  };
  /** null when the list was changed since it was read */
  take: {
    given: { id: string; name: string; group: ListGroup; who: string; why: string };
    gives: ListHead | null;
  };
  write: { given: { list: string; format: ListFormat }; gives: { name: string; file: Blob } | null };
  /** over the newest so many sessions */
  whatIf: { given: { proposal: Proposal; sessions: number }; gives: WhatIf & { ms: number } };
  subscribe: {
    given: { url: string; name: string; group: ListGroup; key: string; who: string };
    gives: { ok: true; head: ListHead } | { ok: false; trouble: ListTrouble | 'known' };
  };
  /** `denied` are those whose address nobody allows any more; unless `isAsked`, only what is still due is fetched */
  update: { given: { lists: string[]; denied: string[]; isAsked: boolean }; gives: null };
}
export type TaskName = keyof Tasks;

export type Asked = { [Name in TaskName]: { id: number; task: Name; given: Tasks[Name]['given'] } }[TaskName];
export type Told =
  | { id: number; share: number }
  | { id: number; gives: Tasks[TaskName]['gives'] }
  | { id: number; failed: string };

/** The way to a worker of one's own. */
export interface Line {
  /** Rejects when the worker fails or is closed. `onShare` hears how much is done. */
  ask<Name extends TaskName>(
    task: Name,
    given: Tasks[Name]['given'],
    onShare?: (share: number) => void,
  ): Promise<Tasks[Name]['gives']>;
  /** Ends it at once, whatever it does: this is how something is cancelled. */
  close(): void;
}
