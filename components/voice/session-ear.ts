import type { Checker } from '../../lib/compliance/types.ts';
import { type Transcriber, transcriberName } from '../../lib/llm/transcribers.ts';
import type { createCheckers } from '../../lib/log/judging.ts';
import type { Request } from '../../lib/messages.ts';
import type { ActEvent } from '../../lib/model.ts';
import { type Hearing, isReady, startHearing } from './hearing.ts';
import { openPulses } from './pulses.ts';
import { closeSound } from './sound.ts';

/** While somebody speaks, rules that were read so long ago (ms) are read again. */
const fresh = 1000;
/** This page is told no permissions: whoever switched it on has looked. */
const world = { now: Date.now, isOnline: () => navigator.onLine, mayReach: async () => true };

export interface SessionEar {
  /** Begins with a recogniser, or goes on with another. Throws when it cannot, and then whoever listened before still does. */
  begin(transcriber: Transcriber): Promise<void>;
  /** Lets go of the sound at once; resolves when all that was said has been told. */
  end(why?: 'lost'): Promise<void>;
}

interface Around {
  checkers: ReturnType<typeof createCheckers>;
  record(event: ActEvent): void;
  /** nothing more is heard */
  onLost(): void;
}

/** Listens to an open sound for one session and writes what it hears into that session's log. */
export function createSessionEar(
  { session, platform, room, source }: Request<'ui-ear:listen'>,
  sound: MediaStream,
  { checkers, record, onLost }: Around,
): SessionEar {
  const pulses = openPulses();
  const place = { platform, room };
  let checker: Checker | null = null;
  let readAt = 0;
  let hearing: Hearing | null = null;

  async function readRules(): Promise<Checker> {
    readAt = Date.now();
    checker = await checkers({ place });
    return checker;
  }
  const stamp = (at = Date.now()) => ({ at, seenAt: Date.now() });

  return {
    async begin(transcriber) {
      if (!(await isReady(transcriber))) throw new Error('The recogniser is not ready.');
      const first = await readRules();
      const by = transcriberName(transcriber);
      const before = hearing;
      hearing = await startHearing({
        sound,
        source,
        transcriber,
        world,
        judge(text) {
          const { check, version } = checker ?? first;
          return { findings: check(text, { channel: 'host', session, ...place }), rules: version };
        },
        tell: (outcome) =>
          record(
            outcome.kind === 'unheard'
              ? { ...outcome, ...stamp(outcome.to) }
              : { ...outcome, ...stamp(outcome.to), by },
          ),
        onPulse(pulse) {
          pulses.tell({ session, ...pulse });
          // judging goes on with the rules it has
          if (pulse.isSpeech && Date.now() - readAt > fresh) readRules().catch(() => {});
        },
        onLost,
      });
      record({ kind: 'listen', ...stamp(), source, by });
      await before?.stop();
    },
    async end(why) {
      const told = hearing?.stop();
      closeSound(sound);
      try {
        await told;
      } finally {
        pulses.close();
        record({ kind: 'listen', ...stamp(), source: null, ...(why && { why }) });
      }
    },
  };
}
