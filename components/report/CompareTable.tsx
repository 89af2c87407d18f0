import type { ReactNode } from 'react';
import { formatCount, formatDate, formatLength, formatShare } from '../../lib/i18n/format.ts';
import {
  type Caveat,
  type Column,
  caveatsOf,
  changeOf,
  type Grouping,
  type Share,
  shares,
} from '../../lib/report/compare.ts';
import { shareOf, wilson } from '../../lib/report/statistics.ts';
import { useText } from '../frame/use-text.ts';
import { formatWait, shareText } from './format.ts';
import styles from './report.module.css';
import { Table } from './Table.tsx';

interface Props {
  columns: readonly Column[];
  by: Grouping;
  titles: ReadonlyMap<string, string>;
}

/** Figures of each column, how the shares changed from the one before, and what stands in the way of comparing. */
export function CompareTable({ columns, by, titles }: Props) {
  const { report: text, platforms, sessions } = useText();
  const nameOf = ({ key, from, sessions: many, platforms: where }: Column): string => {
    const place = where.map((platform) => platforms[platform]).join('、');
    if (by === 'session') return `${formatDate(from)} ${place} ${titles.get(key) || sessions.untitled}`;
    return `${by === 'week' ? text.week(key) : key} · ${text.sessions(formatCount(many))}`;
  };
  const plain: [string, (column: Column) => string][] = [
    [text.figures.length, ({ length }) => formatLength(length)],
    [text.figures.comments, ({ counts }) => formatCount(counts.comments)],
    [text.figures.perMinute, ({ perMinute }) => (perMinute === null ? text.tooFew : perMinute.toFixed(1))],
    [text.figures.people, ({ counts }) => formatCount(counts.people)],
    [text.asksCount, ({ counts }) => formatCount(counts.asked)],
    [
      text.figures.median,
      ({ waits }) =>
        `${waits.median === null ? text.tooFew : formatWait(waits.median)} · ${text.n(formatCount(waits.n))}`,
    ],
    [
      text.findingsCount,
      ({ counts }) =>
        counts.findings === null
          ? text.unknown
          : text.of(formatCount(counts.findings), formatCount(counts.own)),
    ],
  ];
  const caveats = new Set<Caveat>(
    columns.flatMap((column, i) => (i === 0 ? [] : caveatsOf(columns[i - 1]!, column))),
  );
  return (
    <>
      <Table
        label={text.compareTitle}
        heads={[text.measure, ...columns.map(nameOf)]}
        numbers={columns.map((_, i) => i + 1)}
        rows={[
          ...plain.map(([name, read]) => ({ key: name, cells: [name, ...columns.map(read)] })),
          ...shares.map((share) => ({
            key: share,
            cells: [
              text.shares[share],
              ...columns.map((column, i) => (
                <ShareCell key={column.key} share={share} column={column} before={columns[i - 1]} />
              )),
            ],
          })),
        ]}
      />
      <ul className={styles.lines}>
        {caveats.size === 0 && <li>{text.comparable}</li>}
        {[...caveats].map((caveat) => (
          <li key={caveat}>{text.caveats[caveat]}</li>
        ))}
      </ul>
    </>
  );
}

function ShareCell({
  share,
  column,
  before,
}: {
  share: Share;
  column: Column;
  before: Column | undefined;
}): ReactNode {
  const { report: text } = useText();
  const part = column.shares[share];
  const change = before && changeOf(before, column, share);
  const [low, high] = wilson(part);
  const points = (value: number) => `${value > 0 ? '+' : ''}${(100 * value).toFixed(1)}`;
  return (
    <>
      {shareOf(part) !== null && (
        // the line is the interval, the mark the share itself
        <span className={styles.range} aria-hidden="true">
          <span style={{ insetInlineStart: `${100 * low}%`, inlineSize: `${100 * (high - low)}%` }} />
          <i style={{ insetInlineStart: `${(100 * part.part) / part.of}%` }} />
        </span>
      )}
      <span>
        {shareText(part, text)} · {text.of(formatCount(part.part), formatCount(part.of))}
      </span>
      {shareOf(part) !== null && (
        <span className={styles.count}>{text.interval(formatShare(low), formatShare(high))}</span>
      )}
      {before && (
        <span className={styles.count}>
          {change == null
            ? `${text.change}：${text.tooFew}`
            : change.verdict === 'no-difference-shown'
              ? text.noChange
              : `${change.verdict === 'first' ? text.up : text.down} ${text.points(points(change.by))}`}
        </span>
      )}
    </>
  );
}
