import { ActionIcon, Button, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatClock, formatLength } from '../../lib/i18n/format.ts';
import { type Replay, type ReplayView, type Speed, speeds } from '../../lib/view/replay.ts';
import { Icon, type IconName } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import { useShortcuts } from '../room/use-shortcuts.ts';
import styles from './replay.module.css';

const stepMs = 5000;

interface Props {
  replay: Pick<Replay, 'play' | 'pause' | 'seek' | 'setSpeed' | 'step' | 'goLive'>;
  view: Pick<
    ReplayView,
    'start' | 'position' | 'duration' | 'isPlaying' | 'isSeeking' | 'isRunning' | 'isLive' | 'speed'
  >;
  /** what stands beside the buttons */
  children?: ReactNode;
}

/** Play, pause, step, speed, and back to live; Space, the arrow keys, comma and full stop do the same. */
export function Transport({ replay, view, children }: Props) {
  const text = useText();
  const { start, position, duration, isPlaying, isSeeking, isRunning, isLive } = view;
  const toggle = () => (isPlaying ? replay.pause() : replay.play());
  const move = (ms: number) => replay.seek(Math.min(duration, Math.max(0, position + ms)));
  const stepBack = () => void replay.step(-1);
  const stepOn = () => void replay.step(1);

  useShortcuts({
    ' ': toggle,
    ArrowLeft: () => move(-stepMs),
    ArrowRight: () => move(stepMs),
    Home: () => replay.seek(0),
    End: () => (isRunning ? replay.goLive() : replay.seek(duration)),
    ',': stepBack,
    '.': stepOn,
  });

  const hint = text.replay.stepHint(stepMs / 1000);
  const button = (icon: IconName, word: string, key: string, press: () => void) => (
    <ActionIcon variant="subtle" color="gray" aria-label={word} title={`${word}（${key}）`} onClick={press}>
      <Icon name={icon} />
    </ActionIcon>
  );
  const playWord = isPlaying ? text.replay.pause : text.replay.play;
  return (
    <div className={styles.transport} aria-busy={isSeeking}>
      <div className={styles.buttons}>
        {button('back', `${text.replay.back} ${hint}`, '←', () => move(-stepMs))}
        {button('left', text.timeline.stepBack, ',', stepBack)}
        <ActionIcon size="lg" aria-label={playWord} title={`${playWord}（Space）`} onClick={toggle}>
          <Icon name={isPlaying ? 'pause' : 'play'} />
        </ActionIcon>
        {button('right', text.timeline.stepForward, '.', stepOn)}
        {button('forward', `${text.replay.forward} ${hint}`, '→', () => move(stepMs))}
      </div>
      <span className={styles.time}>
        <time>{formatLength(position)}</time> / <time>{formatLength(duration)}</time>
        <span className={styles.clock}>{formatClock(start + position)}</span>
      </span>
      <Select
        className={styles.speed}
        size="xs"
        allowDeselect={false}
        aria-label={text.replay.speed}
        value={String(view.speed)}
        onChange={(speed) => replay.setSpeed(Number(speed) as Speed)}
        data={speeds.map((speed) => ({ value: String(speed), label: `${speed}×` }))}
      />
      {isRunning &&
        (isLive ? (
          <span className={styles.live}>{text.timeline.live}</span>
        ) : (
          <Button size="compact-sm" variant="light" onClick={replay.goLive}>
            {text.timeline.goLive} · {text.timeline.behind(formatLength(duration - position))}
          </Button>
        ))}
      {isSeeking && <span className={styles.seeking}>{text.replay.seeking}</span>}
      {children}
    </div>
  );
}
