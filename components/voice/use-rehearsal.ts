import { useEffect, useRef, useState } from 'react';
import type { Checker } from '../../lib/compliance/types.ts';
import type { Transcriber } from '../../lib/llm/transcribers.ts';
import type { Outcome } from '../../lib/voice/ear.ts';
import { world } from '../reach.ts';
import { type OpenTrouble, openSoundFor, type Pulse, startHearing } from './hearing.ts';
import { closeSound } from './sound.ts';

type Problem = OpenTrouble | 'failed' | 'lost';

/** Listens to this computer's microphone for as long as the page is open, and keeps what it heard in memory only. */
export function useRehearsal(transcriber: Transcriber | null | undefined, checker: Checker | null) {
  const [heard, setHeard] = useState<Outcome[]>([]);
  const [pulse, setPulse] = useState<Pulse | null>(null);
  const [state, setState] = useState<'off' | 'starting' | 'on' | 'ending'>('off');
  const [problem, setProblem] = useState<Problem | null>(null);
  const listening = useRef<{ stop(): Promise<void> } | null>(null);
  const rules = useRef(checker);
  rules.current = checker;
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      void listening.current?.stop();
    };
  }, []);

  async function stop(): Promise<void> {
    setState('ending');
    await listening.current?.stop();
    listening.current = null;
    setPulse(null);
    setState('off');
  }

  /** Begins to listen; gives why it could not. */
  async function listen(by: Transcriber): Promise<Problem | null> {
    const opened = await openSoundFor(by, 'microphone');
    if (!opened.ok) return opened.why;
    try {
      const hearing = await startHearing({
        sound: opened.sound,
        source: 'microphone',
        transcriber: by,
        world,
        judge: (text) => ({
          findings: rules.current?.check(text, { channel: 'host' }) ?? [],
          rules: rules.current?.version ?? '',
        }),
        tell: (outcome) => setHeard((before) => [...before, outcome]),
        onPulse: setPulse,
        onLost: () => {
          setProblem('lost');
          void stop();
        },
      });
      listening.current = {
        async stop() {
          const told = hearing.stop();
          closeSound(opened.sound);
          await told;
        },
      };
    } catch {
      closeSound(opened.sound);
      return 'failed';
    }
    // the page was left meanwhile
    if (isGone.current) await listening.current.stop();
    return null;
  }

  async function start(): Promise<void> {
    if (!transcriber) return;
    setState('starting');
    setProblem(null);
    setHeard([]);
    const why = await listen(transcriber);
    setProblem(why);
    setState(why ? 'off' : 'on');
  }
  return { heard, pulse, state, problem, start, stop };
}
