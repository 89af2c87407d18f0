import { useEffect, useRef } from 'react';
import { openIntake } from './line.ts';
import type { Line } from './tasks.ts';

/** A worker of this component's own, started when first asked for; `stop` ends whatever it does. */
export function useIntake(): { line(): Line; stop(): void } {
  const held = useRef<Line | null>(null);
  useEffect(() => () => held.current?.close(), []);
  return {
    line() {
      held.current ??= openIntake();
      return held.current;
    },
    stop() {
      held.current?.close();
      held.current = null;
    },
  };
}
