import type { Checker } from '../compliance/types.ts';
import type { Finding, LoggedEvent } from '../model.ts';

/** Something we wrote or said, with what was found in it. */
export interface OwnWords {
  seq: number;
  /** ms epoch */
  at: number;
  where: 'draft' | 'fill' | 'said';
  text: string;
  findings: readonly Finding[];
  /** version of the rules that judged; empty where none did */
  rules: string;
  /** by the rules of then, as the log has it, or by those that stand at the export */
  judged: 'logged' | 'now' | 'never';
  /** why a person let it through all the same */
  override?: string;
}

/**
 * What of an event are our own words, null for all others. The log keeps the judgement of drafts and fills; what we
 * said in the room is judged by `checker`, which the log cannot tell from then.
 */
export function ownWordsIn(event: LoggedEvent, checker: Checker | null): OwnWords | null {
  const { seq, at } = event;
  if (event.kind === 'draft') {
    const { text, findings, rules } = event;
    return text && findings.length > 0
      ? { seq, at, where: 'draft', text, findings, rules, judged: 'logged' }
      : null;
  }
  if (event.kind === 'fill') {
    const { text, rules, override } = event;
    return {
      seq,
      at,
      where: 'fill',
      text,
      findings: override?.findings ?? [],
      rules,
      judged: 'logged',
      ...(override && { override: override.reason }),
    };
  }
  if (event.kind !== 'comment' || !event.anchor) return null;
  return {
    seq,
    at,
    where: 'said',
    text: event.text,
    findings: checker?.check(event.text, { channel: 'public_reply' }) ?? [],
    rules: checker?.version ?? '',
    judged: checker ? 'now' : 'never',
  };
}
