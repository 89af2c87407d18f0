import { useMemo, useState } from 'react';
import { findLeaks, type Leak, maskLeaks } from '../../lib/moderate/leaks.ts';

/** A viewer's words as they may be seen: covered until somebody asks for them here. Offsets hold in both. */
export function useMasked(
  text: string,
  isOurs = false,
): {
  shown: string;
  masked: string;
  leaks: readonly Leak[];
  isShown: boolean;
  toggle(isShown: boolean): void;
} {
  const leaks = useMemo(() => (isOurs ? none : findLeaks(text)), [text, isOurs]);
  // another text in the same place is covered again
  const [open, setOpen] = useState<string | null>(null);
  const isShown = open === text;
  const masked = leaks.length === 0 ? text : maskLeaks(text, leaks);
  return {
    shown: isShown ? text : masked,
    masked,
    leaks,
    isShown,
    toggle: (wanted) => setOpen(wanted ? text : null),
  };
}

const none: readonly Leak[] = [];
