import type { Moment } from '../../lib/index/moments.ts';
import type { Outline } from '../../lib/index/outline.ts';
import type { Judge } from '../room/judge.ts';

/** What one may jump to, by the name of its words. */
export const kinds = [
  'finding',
  'unanswered',
  'alarm',
  'plan',
  'segment',
  'prompt',
  'tool',
  'mark',
  'reply',
  'product',
] as const;
export type Kind = (typeof kinds)[number];

/** A place on the timeline. */
export interface Stop {
  /** show the room before this seq */
  seq: number;
  /** ms epoch */
  at: number;
  /** null for a question that nobody answered */
  moment: Moment | null;
}

/** All places of a session by kind, each in order; `judge` tells which of our own words are risky. */
export function stopsOf({ moments, unanswered }: Outline, judge: Judge | null): Record<Kind, Stop[]> {
  const stops: Record<Kind, Stop[]> = {
    finding: [],
    unanswered: unanswered.map(({ seq, at }) => ({ seq: seq + 1, at, moment: null })),
    alarm: [],
    plan: [],
    segment: [],
    prompt: [],
    tool: [],
    mark: [],
    reply: [],
    product: [],
  };
  for (const moment of moments) {
    const kind = kindOf(moment, judge);
    // a note was made where the room stood, not after an event
    if (kind)
      stops[kind].push({ seq: moment.what === 'mark' ? moment.seq : moment.seq + 1, at: moment.at, moment });
  }
  return stops;
}

function kindOf(moment: Moment, judge: Judge | null): Kind | null {
  switch (moment.what) {
    case 'said':
      return judge?.(moment, 'public_reply').some(({ severity }) => severity !== 'S0') ? 'finding' : null;
    case 'draft':
    case 'correction':
    case 'slip':
    case 'put-right':
      return 'finding';
    case 'fill':
      return moment.isOverride ? 'finding' : null;
    case 'sent':
    case 'answer':
      return 'reply';
    case 'gap':
    case 'alarm':
    case 'alarm-end':
    case 'calm':
      return 'alarm';
    case 'plan':
    case 'plan-step':
    case 'plan-close':
      return 'plan';
    case 'tool':
    case 'tool-end':
    case 'draw':
      return 'tool';
    case 'trouble':
      return moment.trouble ? 'alarm' : null;
    case 'product':
      return moment.title ? 'product' : null;
    case 'segment':
    case 'prompt':
    case 'mark':
      return moment.what;
  }
}

/** The next place after the shown seq, or the one before it; -1 when there is none. */
export function stopFrom(stops: readonly Stop[], seq: number, by: 1 | -1): number {
  return by > 0 ? stops.findIndex((stop) => stop.seq > seq) : stops.findLastIndex((stop) => stop.seq < seq);
}
