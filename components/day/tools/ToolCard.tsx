import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatClock, formatCount, formatLength, formatShare } from '../../../lib/i18n/format.ts';
import type { ToolRun } from '../../../lib/tools/run.ts';
import { useText } from '../../frame/use-text.ts';
import type { RoomActions } from '../../room/actions.ts';
import { useClock } from '../../room/clock.ts';
import { Proof } from './Proof.tsx';
import { Result } from './Result.tsx';
import type { ToolActs } from './tool-acts.ts';
import styles from './tools.module.css';

interface Props {
  run: ToolRun;
  /** null in a replay */
  acts: ToolActs | null;
  actions: RoomActions | null;
}

/** A tool as it goes and what came of it. */
export function ToolCard({ run, acts, actions }: Props) {
  const { tools: text } = useText();
  const [told, setTold] = useState<string | null>(null);
  const { setup, closedAt, isDropped, count, counts } = run;
  const isOpen = closedAt === null;
  const draw = () => {
    setTold(text.drawing);
    acts?.draw(run).then(
      (outcome) => setTold(outcome === 'drawn' ? null : text[outcome]),
      () => setTold(text.failed),
    );
  };
  return (
    <article className={styles.card} data-open={isOpen} aria-label={setup.title}>
      <header className={styles.row}>
        <span className={styles.tag}>{text.what[setup.what]}</span>
        <b>
          <bdi>{setup.title}</bdi>
        </b>
        <span className={styles.hint}>
          {setup.what !== 'countdown' && text.people(formatCount(run.drawn?.candidates ?? count))}
          {isDropped
            ? ` · ${text.dropped}`
            : closedAt !== null && ` · ${text.closed} ${formatClock(closedAt)}`}
        </span>
      </header>
      {setup.what === 'vote' && (
        <ul className={styles.bars}>
          {setup.options.map(({ name }, i) => {
            const share = count > 0 ? (counts[i] ?? 0) / count : 0;
            return (
              <li key={name}>
                <span>
                  {i + 1} <bdi>{name}</bdi>
                </span>
                <meter min={0} max={1} value={share} aria-label={name} />
                <span>
                  {formatCount(counts[i] ?? 0)} · {formatShare(share)}
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {setup.what === 'quiz' && <p>{text.right(formatCount(counts[1] ?? 0), formatCount(counts[0] ?? 0))}</p>}
      {setup.what === 'countdown' && !isDropped && <TimeLeft until={closedAt ?? setup.until} />}
      {!isDropped && <Result run={run} actions={actions} />}
      <Proof run={run} />
      {acts && !isDropped && run.drawn === null && (
        <div className={styles.row}>
          {isOpen && (
            <Button size="compact-xs" onClick={() => acts.close(run)}>
              {text.close}
            </Button>
          )}
          {!isOpen && setup.what === 'draw' && (
            <Button size="compact-xs" onClick={draw}>
              {text.draw}
            </Button>
          )}
          {(isOpen || setup.what === 'draw') && (
            <Button size="compact-xs" variant="default" onClick={() => acts.drop(run)}>
              {text.drop}
            </Button>
          )}
          <output className={styles.hint}>{told}</output>
        </div>
      )}
    </article>
  );
}

/** How long a countdown still runs, told once a second. */
function TimeLeft({ until }: { until: number }) {
  const { tools: text } = useText();
  const left = useClock((now) => Math.max(0, Math.ceil((until - now) / 1000)));
  return <p className={styles.left}>{left === 0 ? text.over : formatLength(left * 1000)}</p>;
}
