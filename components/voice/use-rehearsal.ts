import { useEffect, useRef, useState } from 'react';
import type { Checker } from '../../lib/compliance/types.ts';
import type { Transcriber } from '../../lib/llm/transcribers.ts';
import type { Outcome } from '../../lib/voice/ear.ts';
import { world } from '../reach.ts';
import { type Hearing, type Pulse, startHearing } from './hearing.ts';
import { openSound, type SoundTrouble } from './sound.ts';

/** Listens to this computer's microphone for as long as the page is open, and keeps what it heard in memory only. */
export function useRehearsal(transcriber: Transcriber | null | undefined, checker: Checker | null) {
  const [heard, setHeard] = useState<Outcome[]>([]);
  const [pulse, setPulse] = useState<Pulse | null>(null);
  const [state, setState] = useState<'off' | 'starting' | 'on' | 'ending'>('off');
  const [problem, setProblem] = useState<SoundTrouble | 'failed' | null>(null);
  const hearing = useRef<Hearing | null>(null);
  const rules = useRef(checker);
  rules.current = checker;
  useEffect(() => () => void hearing.current?.stop(), []);

  async function stop(): Promise<void> {
    setState('ending');
    await hearing.current?.stop();
    hearing.current = null;
    setPulse(null);
    setState('off');
  }

  async function start(): Promise<void> {
    if (!transcriber) return;
    setState('starting');
    setProblem(null);
    setHeard([]);
    const opened = await openSound('microphone');
    if (!opened.ok) {
      setProblem(opened.why);
      return setState('off');
    }
    try {
      hearing.current = await startHearing({
        sound: opened.sound,
        source: 'microphone',
        transcriber,
        world,
        judge: (text) => ({
          findings: rules.current?.check(text, { channel: 'host' }) ?? [],
          rules: rules.current?.version ?? '',
        }),
        tell: (outcome) => setHeard((before) => [...before, outcome]),
        onPulse: setPulse,
        onLost: () => void stop(),
      });
      setState('on');
    } catch {
      for (const track of opened.sound.getTracks()) track.stop();
      setProblem('failed');
      setState('off');
    }
  }
  return { heard, pulse, state, problem, start, stop };
}
