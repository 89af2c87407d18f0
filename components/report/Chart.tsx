import { useEffect, useRef } from 'react';
import type uPlot from 'uplot';
import { formatMinute } from './format.ts';
import styles from './report.module.css';

/** One line or area of a chart; null leaves a hole. */
export interface Line {
  label: string;
  values: readonly (number | null)[];
  /** a colour of the theme, in six hex digits, such as --accent */
  color: string;
  isFilled?: boolean;
  /** a scale of its own at the right */
  isApart?: boolean;
}

interface Props {
  /** said in place of the picture; the figures stand in a table beside it */
  label: string;
  /** ms epoch, ascending */
  at: readonly number[];
  lines: readonly Line[];
  format(value: number): string;
}

const height = 180;
/** Seconds between two times on the axis: none shorter than a minute. */
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440].map((minutes) => minutes * 60);

/** Lines over time. The drawing code is loaded when the first chart is wanted. */
export function Chart({ label, at, lines, format }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let plot: uPlot | null = null;
    let isGone = false;
    const fit = () => plot?.setSize({ width: element.clientWidth, height });
    const sizes = new ResizeObserver(fit);
    // other colours of the same theme
    const scheme = new MutationObserver(() => plot?.redraw(false));
    Promise.all([import('uplot'), import('uplot/dist/uPlot.min.css')]).then(
      ([{ default: Plot }]) => {
        if (isGone) return;
        const data = [at.map((ms) => ms / 1000), ...lines.map(({ values }) => values)] as uPlot.AlignedData;
        plot = new Plot(optionsOf(lines, format, element.clientWidth), data, element);
        sizes.observe(element);
        scheme.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme'] });
      },
      // without the picture the table still tells all
      () => {},
    );
    return () => {
      isGone = true;
      sizes.disconnect();
      scheme.disconnect();
      plot?.destroy();
    };
  }, [at, lines, format]);
  return <div ref={place} className={styles.chart} role="img" aria-label={label} />;
}

const colour = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim() || 'currentColor';

function optionsOf(lines: readonly Line[], format: (value: number) => string, width: number): uPlot.Options {
  const axis = {
    stroke: () => colour('--ink-2'),
    font: '11px system-ui',
    grid: { stroke: () => colour('--line'), width: 1 },
    ticks: { stroke: () => colour('--line'), width: 1, size: 4 },
  };
  const isApart = lines.some((line) => line.isApart);
  return {
    width,
    height,
    padding: [8, 20, 0, 0],
    cursor: { y: false, points: { size: 6 } },
    legend: { live: true },
    scales: {
      x: { time: true },
      // a chart that does not begin at nothing exaggerates
      y: { range: (_, __, most) => [0, Math.max(most * 1.1, Number.MIN_VALUE) || 1] },
      apart: { range: (_, __, most) => [0, most * 1.1 || 1] },
    },
    axes: [
      { ...axis, size: 28, incrs: steps, values: (_, at) => at.map((s) => formatMinute(s * 1000)) },
      { ...axis, size: 52, values: (_, values) => values.map(format) },
      ...(isApart
        ? [
            {
              ...axis,
              scale: 'apart',
              side: 1 as const,
              size: 52,
              grid: { show: false },
              values: (_: uPlot, values: number[]) => values.map(String),
            },
          ]
        : []),
    ],
    series: [
      { label: '', value: (_, at) => (at === null ? '' : formatMinute(at * 1000)) },
      ...lines.map((line): uPlot.Series => {
        const isLonely = line.values.filter((value) => value !== null).length < 2;
        return {
          label: line.label,
          scale: line.isApart ? 'apart' : 'y',
          stroke: () => colour(line.color),
          ...(line.isFilled && { fill: () => `${colour(line.color)}2e` }),
          width: 1.5,
          spanGaps: false,
          points: { show: isLonely || line.values.length < 40, size: 4 },
          value: (_, value) => (value === null ? '–' : line.isApart ? String(value) : format(value)),
        };
      }),
    ],
  };
}
