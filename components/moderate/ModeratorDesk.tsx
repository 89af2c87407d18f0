import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Session } from '../../lib/model.ts';
import type { Place } from '../../lib/moderate/deeds.ts';
import { useText } from '../frame/use-text.ts';
import { DeskCard } from './DeskCard.tsx';
import styles from './desk.module.css';
import { belowOf, DeskContext, type Wanted } from './desk.ts';
import { useDeeds } from './use-deeds.ts';
import { pickedWords, usePickedWords } from './use-picked-words.ts';

interface Props {
  /** the room on this page; null where there is none */
  session: Pick<Session, 'id' | 'platform' | 'roomId'> | null;
  children: ReactNode;
}

/**
 * Lets a moderator act on any words of the page: selected ones get a button, the menu key opens the same card, and
 * so do the findings. What was done last stands at the bottom and can be taken back.
 */
export function ModeratorDesk({ session, children }: Props) {
  const { moderate, common } = useText();
  const picked = usePickedWords();
  const deeds = useDeeds();
  const { done, forget } = deeds;
  const [wanted, setWanted] = useState<{ wanted: Wanted; from: Element | null } | null>(null);
  const open = useCallback((one: Wanted) => setWanted({ wanted: one, from: document.activeElement }), []);
  const close = useCallback(() => {
    setWanted((before) => {
      if (before?.from instanceof HTMLElement) before.from.focus({ preventScroll: true });
      return null;
    });
  }, []);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'ContextMenu' && !(event.shiftKey && event.key === 'F10')) return;
      const words = pickedWords(document);
      if (!words) return;
      event.preventDefault();
      open(words);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [open]);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(forget, shownFor);
    return () => clearTimeout(timer);
  }, [done, forget]);

  const place: Place | null = session && {
    platform: session.platform,
    room: session.roomId,
    session: session.id,
  };
  return (
    <DeskContext value={open}>
      {children}
      {picked && !wanted && (
        <button
          type="button"
          className={styles.pill}
          style={placed(picked.at)}
          // or the click would take the selection away first
          onPointerDown={(event) => event.preventDefault()}
          onClick={(event) => open({ ...picked, at: belowOf(event.currentTarget) })}
        >
          {moderate.addWords}
        </button>
      )}
      {wanted && (
        <DeskCard
          key={`${wanted.wanted.words}:${wanted.wanted.text}`}
          wanted={wanted.wanted}
          place={place}
          deeds={deeds}
          onClose={close}
        />
      )}
      <div role="status" className={styles.done} data-empty={!done}>
        {done && <bdi>{done.said}</bdi>}
        {done?.undo && (
          <button type="button" className={styles.link} onClick={() => void done.undo?.()}>
            {common.undo}
          </button>
        )}
      </div>
    </DeskContext>
  );
}

/** Long enough to be read and reached (ms). */
const shownFor = 12_000;
const pillWidth = 80;

const placed = ({ x, y }: Wanted['at']) => ({
  left: Math.max(4, Math.min(x, window.innerWidth - pillWidth)),
  top: Math.max(4, Math.min(y + 2, window.innerHeight - 32)),
});
