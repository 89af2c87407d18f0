import { FocusTrap } from '@mantine/core';
import { useClickOutside } from '@mantine/hooks';
import { type KeyboardEvent, useLayoutEffect, useState } from 'react';
import type { Place } from '../../lib/moderate/deeds.ts';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import styles from './desk.module.css';
import type { Wanted } from './desk.ts';
import type { Deeds } from './use-deeds.ts';
import { WhyFinding } from './WhyFinding.tsx';
import { WordForm } from './WordForm.tsx';

interface Props {
  wanted: Wanted;
  /** null outside a room */
  place: Place | null;
  deeds: Deeds;
  onClose(): void;
}

/** Why something was found, and what a moderator can do about it, beside the words themselves. */
export function DeskCard({ wanted, place, deeds, onClose }: Props) {
  const { moderate, common } = useText();
  const [at, setAt] = useState(wanted.at);
  const card = useClickOutside<HTMLDivElement>(onClose);
  // inside the window, whatever its height came to
  useLayoutEffect(() => {
    const { offsetWidth: width = 0, scrollHeight: height = 0 } = card.current ?? {};
    setAt({
      x: Math.max(8, Math.min(wanted.at.x, window.innerWidth - width - 8)),
      y: Math.max(8, Math.min(wanted.at.y + 4, window.innerHeight - height - 8)),
    });
  }, [card, wanted]);

  const press = (event: KeyboardEvent) => {
    // the page's own shortcuts must not hear what is typed here
    event.stopPropagation();
    if (event.key === 'Escape') onClose();
  };
  return (
    <div
      ref={card}
      className={styles.card}
      // what comes in later scrolls
      style={{ left: at.x, top: at.y, maxHeight: `calc(100vh - ${at.y + 8}px)` }}
      role="dialog"
      aria-label={moderate.card}
      onKeyDown={press}
    >
      <FocusTrap active>
        <div>
          <button
            type="button"
            className={styles.close}
            aria-label={common.close}
            title={common.close}
            onClick={onClose}
          >
            <Icon name="remove" size={12} />
          </button>
          {wanted.findings.map((finding) => (
            <WhyFinding
              key={`${finding.start}:${finding.rule}`}
              finding={finding}
              text={wanted.text}
              place={place}
              deeds={deeds}
              onDone={onClose}
            />
          ))}
          <WordForm words={wanted.words} place={place} deeds={deeds} onDone={onClose} />
        </div>
      </FocusTrap>
    </div>
  );
}
