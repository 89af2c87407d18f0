import type { EarSource, LoggedEvent, SpokenEvent } from '../model.ts';

type Of<K extends LoggedEvent['kind']> = Extract<LoggedEvent, { kind: K }>;

/** A spoken sentence in which something was found, and what became of it. */
export interface Slip {
  seq: number;
  at: number;
  text: string;
  findings: SpokenEvent['findings'];
  /** ms epoch and how, null while it stands */
  closed: { at: number; how: Of<'correct'>['how'] } | null;
}

/** What is known of the host's voice. */
export interface Voice {
  /** null while nobody listens */
  source: EarSource | null;
  by: string | null;
  /** newest last, bounded */
  spoken: { seq: number; at: number; text: string; slip: boolean }[];
  /** newest last, bounded */
  slips: Slip[];
  /** sentences recognised, and those that could not be */
  heard: number;
  unheard: number;
  /** why the newest of those could not be, `lost` where listening broke off; null after one that could */
  trouble: string | null;
}

const keptSpoken = 100;
const keptSlips = 200;

export const createVoice = (): Voice => ({
  source: null,
  by: null,
  spoken: [],
  slips: [],
  heard: 0,
  unheard: 0,
  trouble: null,
});

/** Is something in these findings that must be put right on air? */
export const isSlip = (findings: SpokenEvent['findings']): boolean =>
  findings.some(({ severity }) => severity === 'S3' || severity === 'S2');

/** Takes in one event of the host's voice. */
export function foldVoice(voice: Voice, event: Of<'listen' | 'spoken' | 'unheard' | 'correct'>): void {
  switch (event.kind) {
    case 'listen':
      voice.source = event.source;
      voice.by = event.by ?? voice.by;
      voice.trouble = event.why ?? null;
      break;
    case 'spoken': {
      const { seq, to: at, text, findings } = event;
      const slip = isSlip(findings);
      voice.heard++;
      voice.trouble = null;
      voice.spoken.push({ seq, at, text, slip });
      if (voice.spoken.length > 2 * keptSpoken) voice.spoken.splice(0, voice.spoken.length - keptSpoken);
      if (slip) voice.slips.push({ seq, at, text, findings, closed: null });
      if (voice.slips.length > 2 * keptSlips) voice.slips.splice(0, voice.slips.length - keptSlips);
      break;
    }
    case 'unheard':
      voice.unheard++;
      voice.trouble = event.why;
      break;
    case 'correct': {
      const slip = voice.slips.find(({ seq }) => seq === event.of);
      if (slip) slip.closed = { at: event.at, how: event.how };
    }
  }
}

/** What was found in what the host said and nobody has put right, newest first. */
export const openSlips = ({ slips }: Voice): Slip[] => slips.filter(({ closed }) => !closed).reverse();
