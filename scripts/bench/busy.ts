import { nightOf } from './night.ts';

/** Events a second that JSON.parse alone makes of pages in memory: beside other figures it tells how busy the machine is. */
export function parseSpeed(): number {
  const night = nightOf({ seed: 1, from: Date.now() });
  const pages = Array.from({ length: 50 }, () =>
    JSON.stringify(Array.from({ length: 1000 }, () => night.next().value)),
  );
  const began = performance.now();
  for (const page of pages) JSON.parse(page);
  return (50_000 / (performance.now() - began)) * 1000;
}
