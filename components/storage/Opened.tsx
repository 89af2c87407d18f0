import { type ReactNode, useEffect, useState } from 'react';
import type { Closed } from '../../lib/keep/rescue.ts';
import { later } from '../frame/later.tsx';
import { useLog } from '../use-log.ts';

const Rescue = later(() => import('./Rescue.tsx').then((loaded) => loaded.Rescue));

/** Its content, as long as the database opens; else why it does not, and the way to get the data out. */
export function Opened({ children }: { children: ReactNode }) {
  const db = useLog();
  const [closed, setClosed] = useState<{ why: Closed; name: string } | null>(null);
  useEffect(() => {
    let isGone = false;
    const wanted = db.verno;
    db.open().catch(async (error: unknown) => {
      const { whyClosed } = await import('../../lib/keep/rescue.ts');
      const why = await whyClosed(error, { name: db.name, wanted });
      if (!isGone) setClosed(why);
    });
    return () => {
      isGone = true;
    };
  }, [db]);
  return closed ? <Rescue {...closed} /> : children;
}
