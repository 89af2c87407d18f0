import { useEffect } from 'react';

/** Works sessions up in a worker of this page as long as it is open. */
export function useIndexing(): void {
  useEffect(() => {
    // tests have none
    if (typeof Worker === 'undefined') return;
    const worker = new Worker(new URL('./index-worker.ts', import.meta.url), { type: 'module' });
    return () => worker.terminate();
  }, []);
}
