import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatClock, formatSeconds } from '../../lib/i18n/format.ts';
import { openSlips, type Slip, type Voice } from '../../lib/room/voice.ts';
import { useText } from '../frame/use-text.ts';
import { FindingList } from '../room/FindingList.tsx';
import { MarkedText } from '../room/MarkedText.tsx';
import styles from '../room/room.module.css';
import own from './voice.module.css';

const shownClosed = 20;
const shownSpoken = 3;

interface Props {
  voice: Voice;
  /** absent where nothing can be done any more */
  onClose?: ((seq: number, how: 'corrected' | 'false-hit') => void) | undefined;
}

/** What was found in what the host said: open ones first, with a sentence that puts it right. */
export function SpokenRisks({ voice, onClose }: Props) {
  const { voice: text } = useText();
  const open = openSlips(voice);
  const closed = voice.slips
    .filter((slip) => slip.closed)
    .slice(-shownClosed)
    .reverse();
  const newest = voice.spoken.slice(-shownSpoken).reverse();
  const isUsed = voice.source !== null || voice.heard > 0;
  return (
    <section aria-label={text.risks}>
      <h2 className={styles.heading} data-apart>
        {text.risks}
      </h2>
      {!isUsed && <p className={own.aside}>{text.notListening}</p>}
      {isUsed && voice.slips.length === 0 && <p className={own.aside}>{text.risksEmpty}</p>}
      <div aria-live="assertive">
        {open.map((slip) => (
          <Spoken key={slip.seq} slip={slip}>
            <p className={own.correction}>
              <b>{text.say}</b> <q>{text.correction}</q>
            </p>
            {onClose && (
              <div className={own.buttons}>
                <Button size="compact-xs" onClick={() => onClose(slip.seq, 'corrected')}>
                  {text.corrected}
                </Button>
                <Button size="compact-xs" variant="default" onClick={() => onClose(slip.seq, 'false-hit')}>
                  {text.falseHit}
                </Button>
              </div>
            )}
          </Spoken>
        ))}
      </div>
      {closed.map((slip) => (
        <Spoken key={slip.seq} slip={slip}>
          <p className={own.note}>
            {slip.closed && text.closed(slip.closed.how, formatSeconds(slip.closed.at - slip.at))}
          </p>
        </Spoken>
      ))}
      {voice.source !== null && newest.length > 0 && (
        <div className={styles.judged}>
          <div className={styles.meta}>{text.newest}</div>
          {newest.map(({ seq, text: words }) => (
            <p key={seq} className={own.note}>
              <bdi>{words}</bdi>
            </p>
          ))}
        </div>
      )}
    </section>
  );
}

function Spoken({ slip, children }: { slip: Slip; children: ReactNode }) {
  const { voice: text } = useText();
  return (
    <article className={styles.judged} data-open={slip.closed === null}>
      <div className={styles.meta}>
        <span>{text.risks}</span>
        <time>{formatClock(slip.at)}</time>
      </div>
      <p className={styles.said}>
        <MarkedText text={slip.text} findings={slip.findings} />
      </p>
      <FindingList findings={slip.findings} sentence={slip.text} />
      {children}
    </article>
  );
}
