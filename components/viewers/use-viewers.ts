import { createContext, useCallback, useMemo } from 'react';
import { keepViewer, readViewers } from '../../lib/log/viewers.ts';
import type { KeptViewer } from '../../lib/viewers/schema.ts';
import { useLog, useWatch } from '../use-log.ts';

const isSame = (before: KeptViewer[], after: KeptViewer[]): boolean =>
  JSON.stringify(before) === JSON.stringify(after);

/** What is kept of viewers, by id; the same object while nothing changes. */
export function useViewers(): {
  viewers: ReadonlyMap<string, KeptViewer>;
  keep(viewer: KeptViewer): Promise<void>;
} {
  const db = useLog();
  const { value } = useWatch(readViewers, isSame);
  const viewers = useMemo(() => new Map(value?.map((one) => [one.id, one])), [value]);
  return { viewers, keep: useCallback((viewer) => keepViewer(db, viewer), [db]) };
}

/** Ids of viewers that somebody pinned. */
export const PinnedContext = createContext<ReadonlySet<string>>(new Set());
