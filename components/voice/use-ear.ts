import { useEffect, useState } from 'react';
import type { EarSource, Session } from '../../lib/model.ts';
import type { OpenTrouble } from './hearing.ts';
import { beginListening, endListening } from './offscreen.ts';
import { followPulses, type ToldPulse } from './pulses.ts';
import { askToListen, soundOf } from './tab-sound.ts';

/** A page that listens tells so five times a second; silent for so long it is gone (ms). */
const patience = 3000;

export type EarProblem = OpenTrouble | 'no-recogniser' | 'no-permission' | 'failed';

type State = 'off' | 'on' | 'elsewhere' | 'lost' | 'starting' | 'ending';

/** Whether this session's host is listened to, and the switch. `told` is what the log says. */
export function useEar(session: Session, told: 'off' | 'on' | 'lost') {
  const [pulse, setPulse] = useState<ToldPulse | null>(null);
  const [busy, setBusy] = useState<'starting' | 'ending' | null>(null);
  const [problem, setProblem] = useState<EarProblem | null>(null);
  const { id, tabId, platform, roomId } = session;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const leave = followPulses((heard) => {
      setPulse(heard);
      clearTimeout(timer);
      timer = setTimeout(() => setPulse(null), patience);
    });
    return () => {
      leave();
      clearTimeout(timer);
    };
  }, []);

  /** Asks for what is needed and begins; gives why it could not. `origin` is the recogniser's match pattern, '' of the device. */
  async function listen(source: EarSource, origin: string): Promise<EarProblem | null> {
    if (!(await askToListen(source, origin))) return 'no-permission';
    const stream = source === 'tab' && tabId !== null ? await soundOf(tabId) : null;
    if (source === 'tab' && stream === null) return 'tab-not-allowed';
    const asked = { session: id, platform, room: roomId, source, ...(stream !== null && { stream }) };
    const answer = await beginListening(asked).catch(() => ({ ok: false, why: 'failed' }) as const);
    return answer.ok ? null : answer.why;
  }
  async function start(source: EarSource, origin: string): Promise<void> {
    setBusy('starting');
    setProblem(null);
    setProblem(await listen(source, origin));
    setBusy(null);
  }
  async function stop(): Promise<void> {
    setBusy('ending');
    await endListening().catch(() => setProblem('failed'));
    setPulse(null);
    setBusy(null);
  }
  const own = pulse?.session === id ? pulse : null;
  const elsewhere = pulse && !own ? pulse.session : null;
  const state: State = busy ?? (own ? 'on' : elsewhere ? 'elsewhere' : told === 'on' ? 'lost' : told);
  return { state, pulse: own, elsewhere, problem, start, stop };
}
export type Ear = ReturnType<typeof useEar>;
