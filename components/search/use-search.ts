import { useEffect, useRef, useState } from 'react';
import type { Query } from '../../lib/search/query.ts';
import type { Found } from '../../lib/search/search.ts';
import type { Line, Told } from './line.ts';
import { searchNames } from './names.ts';

export interface Searched {
  found: Found | null;
  /** pieces of the query that mean nothing */
  unread: Query['unread'];
  /** how long it took (ms) */
  ms: number;
  /** what is shown is not what is typed yet */
  isBusy: boolean;
  /** how much of the index has been read, 0 to 1 */
  read: number;
  hasFailed: boolean;
}

const nothing: Searched = { found: null, unread: [], ms: 0, isBusy: false, read: 0, hasFailed: false };
/** While the index grows it is asked again after so long (ms). */
const again = 2000;
/** What the index of a session that runs stays behind by. */
const usualLag = 1200;

/** What is found for what is typed, from a worker that lives as long as the page is shown. */
export function useSearch(
  typed: string,
  limit: number,
  open: (onTold: (told: Told) => void) => Line,
): Searched {
  const [searched, setSearched] = useState(nothing);
  const line = useRef<Line | null>(null);
  const asked = useRef(0);
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    const opened = open((told) => {
      if ('read' in told) return setSearched((before) => ({ ...before, read: told.read }));
      if ('failed' in told) return setSearched((before) => ({ ...before, isBusy: false, hasFailed: true }));
      if (told.id !== asked.current) return;
      const { found, unread, ms } = told;
      setSearched((before) => ({ ...before, found, unread, ms, isBusy: !found.isDone, hasFailed: false }));
    });
    line.current = opened;
    return () => opened.close();
  }, [open]);

  // a turn asks the same again
  useEffect(() => {
    asked.current += 1;
    if (typed.trim() === '') return setSearched(({ read }) => ({ ...nothing, read }));
    setSearched((before) => ({ ...before, isBusy: true }));
    line.current?.ask({ id: asked.current, typed, limit, names: searchNames() });
  }, [typed, limit, turn]);

  const isBehind = (searched.found?.behind ?? 0) > usualLag && !searched.isBusy;
  useEffect(() => {
    if (!isBehind) return;
    const timer = setTimeout(() => setTurn((before) => before + 1), again);
    return () => clearTimeout(timer);
  }, [isBehind]);
  return searched;
}
