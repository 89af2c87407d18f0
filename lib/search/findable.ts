import type { Finding, LoggedEvent } from '../model.ts';
import type { Intent } from '../reply/types.ts';

/** What search knows an event by. */
export interface Findable {
  kind: FindableKind;
  text: string;
  /** nickname of who said it; empty when it was us */
  who: string;
  intent: Intent | '';
  findings: readonly Finding[];
}
/** Said by a viewer, by our own account; put into the box, stopped in it; noted. */
export const findableKinds = ['comment', 'said', 'fill', 'draft', 'mark'] as const;
export type FindableKind = (typeof findableKinds)[number];

/** What can be found of an event, if anything; `intentOf` reads a viewer's comment. */
export function findableIn(
  event: LoggedEvent,
  intentOf: (comment: { seq: number; text: string }) => Intent,
): Findable | null {
  const own = { who: '', intent: '', findings: [] } as const;
  switch (event.kind) {
    case 'comment':
      return event.anchor
        ? { ...own, kind: 'said', text: event.text, who: event.nick }
        : { ...own, kind: 'comment', text: event.text, who: event.nick, intent: intentOf(event) };
    case 'fill':
      return { ...own, kind: 'fill', text: event.text, findings: event.override?.findings ?? [] };
    case 'draft':
      // a sentence that grows letter by letter is no answer to anything, one with findings is
      return event.findings.length > 0
        ? { ...own, kind: 'draft', text: event.text, findings: event.findings }
        : null;
    case 'mark':
      return event.text === '' ? null : { ...own, kind: 'mark', text: event.text };
    default:
      return null;
  }
}
