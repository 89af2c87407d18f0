import { useIndexing } from './indexing/use-indexing.ts';
import { useListUpdates } from './intake/use-list-updates.ts';
import { KeepNoticeLine } from './storage/KeepNoticeLine.tsx';
import { useCleanUp } from './storage/use-clean-up.ts';

interface Props {
  /** opens where stored data is looked after; null on that very page */
  onStorage: (() => void) | null;
}

/** What a page sees to besides, as long as it is open, and one line where that wants a person. */
export function Upkeep({ onStorage }: Props) {
  useIndexing();
  useListUpdates();
  const notice = useCleanUp();
  return onStorage && <KeepNoticeLine notice={notice} onOpen={onStorage} />;
}
