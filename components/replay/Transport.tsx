import { ActionIcon, SegmentedControl, Slider } from '@mantine/core';
import { useState } from 'react';
import { formatClock, formatLength } from '../../lib/i18n/format.ts';
import { type Replay, type ReplayView, type Speed, speeds } from '../../lib/view/replay.ts';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import { useShortcuts } from '../room/use-shortcuts.ts';
import styles from './replay.module.css';

const stepMs = 5000;

interface Props {
  replay: Pick<Replay, 'play' | 'pause' | 'seek' | 'setSpeed'>;
  view: Pick<ReplayView, 'start' | 'position' | 'duration' | 'isPlaying' | 'isSeeking' | 'speed'>;
}

/** Play, pause, step, speed and scrubber; Space and the arrow keys do the same. */
export function Transport({ replay, view }: Props) {
  const text = useText();
  const { duration, isPlaying, isSeeking } = view;
  const [target, setTarget] = useState(0);
  // a far seek takes a moment; the thumb stays where it was put
  const position = isSeeking ? target : view.position;
  const seek = (to: number) => {
    setTarget(to);
    replay.seek(to);
  };
  const toggle = () => (isPlaying ? replay.pause() : replay.play());
  const step = (ms: number) => seek(Math.min(duration, Math.max(0, position + ms)));

  useShortcuts({ ' ': toggle, ArrowLeft: () => step(-stepMs), ArrowRight: () => step(stepMs) });

  const hint = text.replay.stepHint(stepMs / 1000);
  const playWord = isPlaying ? text.replay.pause : text.replay.play;
  return (
    <footer className={styles.transport} aria-busy={isSeeking}>
      <div className={styles.buttons}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={text.replay.back}
          title={`${text.replay.back} ${hint}（←）`}
          onClick={() => step(-stepMs)}
        >
          <Icon name="back" />
        </ActionIcon>
        <ActionIcon size="lg" aria-label={playWord} title={`${playWord}（Space）`} onClick={toggle}>
          <Icon name={isPlaying ? 'pause' : 'play'} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={text.replay.forward}
          title={`${text.replay.forward} ${hint}（→）`}
          onClick={() => step(stepMs)}
        >
          <Icon name="forward" />
        </ActionIcon>
      </div>
      <time className={styles.time}>{formatLength(position)}</time>
      {isSeeking && <span className={styles.seeking}>{text.replay.seeking}</span>}
      <Slider
        className={styles.slider}
        size="sm"
        min={0}
        max={Math.max(1, duration)}
        step={1000}
        value={position}
        thumbLabel={text.replay.position}
        label={(at) => `${formatLength(at)} · ${formatClock(view.start + at)}`}
        onChange={seek}
      />
      <time className={styles.time}>{formatLength(duration)}</time>
      <SegmentedControl
        size="xs"
        aria-label={text.replay.speed}
        value={String(view.speed)}
        onChange={(speed) => replay.setSpeed(Number(speed) as Speed)}
        data={speeds.map((speed) => ({ value: String(speed), label: `${speed}×` }))}
      />
    </footer>
  );
}
