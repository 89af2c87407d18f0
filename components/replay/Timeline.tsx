import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, useId, useMemo, useRef, useState } from 'react';
import { formatClock, formatCount, formatLength } from '../../lib/i18n/format.ts';
import type { Outline } from '../../lib/index/outline.ts';
import { useText } from '../frame/use-text.ts';
import { type Kind, kinds, type Stop } from './moments.ts';
import styles from './replay.module.css';
import { columnsOf, spansOf, ticksOf } from './strip.ts';

const height = { density: 30, mood: 4, lane: 5 };
const total = height.density + height.mood + kinds.length * height.lane + 2;
const columnWidth = 3;
const step = { small: 5_000, large: 60_000 };

interface Props {
  outline: Outline;
  stops: Record<Kind, readonly Stop[]>;
  start: number;
  duration: number;
  position: number;
  onSeek(position: number): void;
}

/** The whole session at a glance, and the way to any moment of it: by pointer, and by keys as a slider. */
export function Timeline({ outline, stops, start, duration, position, onSeek }: Props) {
  const text = useText();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const [pointed, setPointed] = useState<number | null>(null);
  const described = useId();
  const isDragged = useRef(false);
  const length = Math.max(1, duration);
  const placeOf = (at: number) => (Math.min(Math.max(0, at - start), length) / length) * width;

  const drawn = useMemo(() => {
    if (width === 0) return null;
    const columns = columnsOf(outline.minutes, {
      start,
      duration: length,
      count: Math.max(1, Math.floor(width / columnWidth)),
    });
    const most = Math.max(1, ...columns.map(({ rate }) => rate));
    const wide = width / columns.length;
    const bars = columns
      .map(({ rate }, i) => {
        const tall = rate === 0 ? 0 : Math.max(1, (rate / most) * height.density);
        return tall === 0 ? '' : `M${i * wide} ${height.density}v${-tall}h${wide - 0.5}v${tall}z`;
      })
      .join('');
    const mood = (isGood: boolean) =>
      spansOf(
        columns.flatMap((one, i) =>
          (isGood ? one.mood > 0.02 : one.mood < -0.02) ? [{ from: i * wide, to: (i + 1) * wide }] : [],
        ),
        height.density + 1,
        height.mood,
      );
    const gaps = outline.moments.flatMap((moment) =>
      moment.what === 'gap' ? [{ from: placeOf(moment.from), to: placeOf(moment.to) }] : [],
    );
    return { bars, good: mood(true), bad: mood(false), gaps: spansOf(gaps, 0, total) };
  }, [outline, width, start, length]);

  const lanes = useMemo(
    () =>
      kinds.map((kind, i) => {
        const top = height.density + height.mood + 2 + i * height.lane;
        const places = stops[kind].map(({ at }) => placeOf(at));
        return { kind, path: ticksOf(places, top, height.lane - 1) };
      }),
    [stops, width, start, length],
  );

  const seekTo = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    onSeek(Math.round(Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * length));
  };
  const press = (event: KeyboardEvent) => {
    const to = keyed(event, position, length);
    if (to === null) return;
    // the page's own arrows would step once more
    event.preventDefault();
    event.stopPropagation();
    onSeek(Math.min(length, Math.max(0, to)));
  };

  const now = minuteAt(outline, start + position);
  const told = `${formatLength(position)} · ${formatClock(start + position)}${now ? ` · ${text.timeline.comments(formatCount(now.comments))} · ${text.timeline.mood(formatCount(now.positive), formatCount(now.negative))}` : ''}`;
  return (
    <div className={styles.timeline}>
      <div
        ref={ref}
        className={styles.strip}
        role="slider"
        tabIndex={0}
        aria-label={text.timeline.timeline}
        aria-describedby={described}
        aria-valuemin={0}
        aria-valuemax={Math.round(duration)}
        aria-valuenow={Math.round(position)}
        aria-valuetext={told}
        style={{ height: total }}
        onKeyDown={press}
        onPointerDown={(event) => {
          isDragged.current = true;
          event.currentTarget.setPointerCapture(event.pointerId);
          seekTo(event);
        }}
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          setPointed(((event.clientX - box.left) / box.width) * length);
          if (isDragged.current) seekTo(event);
        }}
        onPointerUp={() => {
          isDragged.current = false;
        }}
        onPointerCancel={() => {
          isDragged.current = false;
        }}
        onPointerLeave={() => setPointed(null)}
      >
        {drawn && (
          <svg width={width} height={total} aria-hidden="true">
            <path d={drawn.bars} className={styles.density} />
            <path d={drawn.good} className={styles.good} />
            <path d={drawn.bad} className={styles.bad} />
            {lanes.map(({ kind, path }) => (
              <path key={kind} d={path} className={styles.tick} data-kind={kind} />
            ))}
            <path d={drawn.gaps} className={styles.unheard} />
            <path d={`M${placeOf(start + position)} 0v${total}`} className={styles.head} />
          </svg>
        )}
        {pointed !== null && (
          <span
            className={styles.pointed}
            style={{ insetInlineStart: `${Math.min(92, (pointed / length) * 100)}%` }}
          >
            {formatLength(pointed)} · {formatClock(start + pointed)}
          </span>
        )}
      </div>
      <p id={described} className="only-heard">
        {summaryOf(outline, stops, text)} {text.timeline.legend}
      </p>
    </div>
  );
}

function keyed(event: KeyboardEvent, position: number, length: number): number | null {
  const by = event.shiftKey ? step.large : step.small;
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return position - by;
    case 'ArrowRight':
    case 'ArrowUp':
      return position + by;
    case 'PageDown':
      return position - step.large * 5;
    case 'PageUp':
      return position + step.large * 5;
    case 'Home':
      return 0;
    case 'End':
      return length;
    default:
      return null;
  }
}

const minuteAt = ({ minutes }: Outline, at: number) =>
  minutes.findLast((minute) => minute.at <= at && at < minute.at + 60_000);

function summaryOf(
  outline: Outline,
  stops: Record<Kind, readonly Stop[]>,
  { timeline }: ReturnType<typeof useText>,
): string {
  const all = outline.minutes.reduce((sum, { comments }) => sum + comments, 0);
  const busiest = outline.minutes.reduce<Outline['minutes'][number] | null>(
    (most, one) => (most && most.comments >= one.comments ? most : one),
    null,
  );
  const counts = kinds.map((kind) => timeline.counts(timeline.kinds[kind], formatCount(stops[kind].length)));
  return [
    busiest ? timeline.summary(formatCount(all), formatCount(busiest.comments), formatClock(busiest.at)) : '',
    ...counts,
  ].join(' ');
}
