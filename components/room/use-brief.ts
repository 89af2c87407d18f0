import { useEffect, useState } from 'react';

/** Who seeks on at once need not wait for rows out of sight (ms). */
const restful = 200;

/** Whether only what is in sight should be drawn: a moment ago another room stood in this one's place. */
export function useBrief(room: object): boolean {
  const [settled, setSettled] = useState(room);
  useEffect(() => {
    if (settled === room) return;
    const timer = setTimeout(() => setSettled(room), restful);
    return () => clearTimeout(timer);
  }, [room, settled]);
  return settled !== room;
}
