import { useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import type { EarSource, Session } from '../../lib/model.ts';
import { askToReach } from '../reach.ts';
import { beginListening, endListening } from './offscreen.ts';
import { followPulses, type ToldPulse } from './pulses.ts';
import type { SoundTrouble } from './sound.ts';

/** A page that listens tells so five times a second; silent for so long it is gone (ms). */
const patience = 3000;

export type EarProblem = SoundTrouble | 'no-recogniser' | 'no-permission' | 'failed';

/** A name for the sound of a tab; null when the browser gives none. */
async function soundOf(tab: number): Promise<string | null> {
  const allowed = await browser.permissions.request({ permissions: ['tabCapture'] }).catch(() => false);
  if (!allowed) return null;
  return browser.tabCapture.getMediaStreamId({ targetTabId: tab }).catch(() => null);
}

/** Whether this session's host is listened to, and the switch. `isTold` is what the log says. */
export function useEar(session: Session, isTold: boolean) {
  const [pulse, setPulse] = useState<ToldPulse | null>(null);
  const [busy, setBusy] = useState<'starting' | 'ending' | null>(null);
  const [problem, setProblem] = useState<EarProblem | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { id, tabId, platform, roomId } = session;

  useEffect(() => {
    const leave = followPulses((told) => {
      if (told.session !== id) return;
      setPulse(told);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setPulse(null), patience);
    });
    return () => {
      leave();
      clearTimeout(timer.current);
      setPulse(null);
    };
  }, [id]);

  /** `origin` is the recogniser's match pattern, '' of the device. */
  async function start(source: EarSource, origin: string): Promise<void> {
    setBusy('starting');
    setProblem(null);
    // asked anew: it can be taken back in the browser's own list
    if (origin !== '' && !(await askToReach(origin))) {
      setProblem('no-permission');
      return setBusy(null);
    }
    const stream = source === 'tab' && tabId !== null ? await soundOf(tabId) : null;
    const asked = { session: id, platform, room: roomId, source, ...(stream !== null && { stream }) };
    const answer =
      source === 'tab' && stream === null
        ? ({ ok: false, why: 'tab-not-allowed' } as const)
        : await beginListening(asked).catch(() => ({ ok: false, why: 'failed' }) as const);
    if (!answer.ok) {
      setProblem(answer.why);
      await endListening().catch(() => {});
    }
    setBusy(null);
  }
  async function stop(): Promise<void> {
    setBusy('ending');
    await endListening().catch(() => setProblem('failed'));
    setPulse(null);
    setBusy(null);
  }
  const state: 'off' | 'on' | 'lost' | 'starting' | 'ending' =
    busy ?? (pulse ? 'on' : isTold ? 'lost' : 'off');
  return { state, pulse, problem, start, stop };
}
export type Ear = ReturnType<typeof useEar>;
