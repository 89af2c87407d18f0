import { useEffect, useState } from 'react';
import { send } from '../../lib/messages.ts';

/** ms between two questions; a page that misses two of them is reported within ten seconds. */
const every = 3000;
const patience = 2000;

/** Does the page that feeds this session answer? True until it has been asked in vain twice. */
export function useAnswering(session: string | null, tab: number | null, frame: number): boolean {
  const [missed, setMissed] = useState(0);
  useEffect(() => {
    setMissed(0);
    if (session === null || tab === null) return;
    let isOver = false;
    const ask = async () => {
      const silence = new Promise<false>((done) => setTimeout(done, patience, false));
      const answer = send('bg-cs:alive', { session }, tab, frame).then(
        ({ alive }) => alive,
        () => false,
      );
      const isAlive = await Promise.race([answer, silence]);
      if (!isOver) setMissed((count) => (isAlive ? 0 : Math.min(2, count + 1)));
    };
    const timer = setInterval(() => void ask(), every);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [session, tab, frame]);
  return missed < 2;
}
