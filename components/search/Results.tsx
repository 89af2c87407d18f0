import { Button } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { formatCount, formatDate } from '../../lib/i18n/format.ts';
import type { Result } from '../../lib/search/results.ts';
import type { Found } from '../../lib/search/search.ts';
import { ExportMenu } from '../export/ExportMenu.tsx';
import type { Range } from '../export/range.ts';
import { useText } from '../frame/use-text.ts';
import { ResultRow } from './ResultRow.tsx';
import styles from './search.module.css';

interface Props {
  found: Found;
  typed: string;
  onMore(): void;
  /** the arrow that leaves the list upwards */
  onUp(): void;
}

/** Hits by session, exact ones first; arrows go from one to the next. */
export function Results({ found, typed, onMore, onUp }: Props) {
  const text = useText();
  const groups = found.sessions
    .map((session) => ({ session, results: found.results.filter((one) => one.session === session.id) }))
    .toSorted((a, b) => found.results.indexOf(a.results[0]!) - found.results.indexOf(b.results[0]!));

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const links = [...event.currentTarget.querySelectorAll('a')];
    const next = links.indexOf(document.activeElement as HTMLAnchorElement) + step;
    event.preventDefault();
    if (next < 0) onUp();
    else links[next]?.focus();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows are a short cut, Tab goes the same way
    <div onKeyDown={onKeyDown}>
      {groups.map(({ session, results }) => (
        <section key={session.id} className={styles.group}>
          <h2>
            {text.platforms[session.platform]} · <bdi>{session.title || text.sessions.untitled}</bdi> ·{' '}
            {formatDate(session.startedAt)}
            <span className={styles.tag}>{formatCount(results.length)}</span>{' '}
            <ExportMenu session={session} range={rangeOf(typed, results)} />
          </h2>
          <ul className={styles.list}>
            {results.map((result) => (
              <ResultRow key={result.seq} result={result} />
            ))}
          </ul>
        </section>
      ))}
      {found.hasMore && (
        <Button variant="default" size="xs" onClick={onMore}>
          {text.search.more}
        </Button>
      )}
    </div>
  );
}

/** What of a session the hits are, as an export has it: a lone word as it is, anything else by the time of the hits. */
function rangeOf(typed: string, results: readonly Result[]): Partial<Range> {
  const words = typed.trim();
  if (!/[\s:：]/.test(words)) return { words };
  const times = results.map(({ at }) => at);
  return { isWhole: false, from: Math.min(...times), to: Math.max(...times) };
}
