import { useDeferredValue, useRef, useState } from 'react';
import { ruleCatalogue } from '../../lib/compliance/index.ts';
import { formatCount, formatShare } from '../../lib/i18n/format.ts';
import page from '../console/page.module.css';
import { addressOf } from '../console/use-route.ts';
import { useText } from '../frame/use-text.ts';
import { Empty } from '../room/Empty.tsx';
import { useCalmSessions } from '../use-log.ts';
import { complete } from './complete.ts';
import { openLine } from './line.ts';
import { Results } from './Results.tsx';
import { SearchBox } from './SearchBox.tsx';
import styles from './search.module.css';
import { Teach } from './Teach.tsx';
import { type Searched, useSearch } from './use-search.ts';

const portion = 20;
const rules = ruleCatalogue.flatMap(({ categories }) => categories.map(({ name }) => name));

/** Everything that was said in any session, by words, people, rooms, days, rules and intents. */
export function SearchPage({ first, open = openLine }: { first: string; open?: typeof openLine }) {
  const text = useText();
  const [typed, setTyped] = useState(first);
  const [limit, setLimit] = useState(portion);
  const { value: sessions } = useCalmSessions();
  const searched = useSearch(typed, limit, open);
  const shown = useDeferredValue(searched);
  const body = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLElement>(null);

  function type(next: string): void {
    setTyped(next);
    setLimit(portion);
    // the way back from a replay leads to the same results
    history.replaceState(history.state, '', addressOf('search', undefined, next === '' ? {} : { q: next }));
  }
  const { found } = shown;
  const isAsking = typed.trim() !== '' && found?.isAsking !== false;
  return (
    <>
      <header ref={head} className={page.head}>
        <h1>{text.console.search}</h1>
        <span className={page.aside} role="status">
          {isAsking && <Summary searched={shown} />}
        </span>
      </header>
      <div ref={body} className={page.body}>
        <SearchBox
          typed={typed}
          completions={complete(typed, text, { rooms: (sessions ?? []).map(({ title }) => title), rules })}
          onType={type}
          onDown={() => body.current?.querySelector<HTMLElement>('section a')?.focus()}
        />
        {searched.hasFailed && <p role="alert">{text.search.failed}</p>}
        {shown.unread.map(({ prefix, value }) => (
          <p key={`${prefix}${value}`} className={styles.note}>
            {text.search.unread(text.search.prefixes[prefix], value)} {text.search.hints[prefix]}
          </p>
        ))}
        {found && found.behind > 0 && (
          <p className={styles.note}>{text.search.behind(formatCount(found.behind))}</p>
        )}
        {!isAsking && sessions?.length === 0 && (
          <Empty title={text.search.nothingYet} hint={text.search.nothingYetHint} />
        )}
        {!isAsking && sessions && sessions.length > 0 && <Teach onTry={type} />}
        {isAsking && found && found.results.length === 0 && !shown.isBusy && (
          <Empty title={text.search.nothing} hint={text.search.nothingHint} />
        )}
        {isAsking && found && found.results.length > 0 && (
          <Results
            found={found}
            typed={typed}
            onMore={() => setLimit(limit + portion)}
            onUp={() => body.current?.querySelector('input')?.focus()}
          />
        )}
      </div>
    </>
  );
}

function Summary({ searched: { found, ms, isBusy, read } }: { searched: Searched }) {
  const text = useText();
  if (!found) return read < 1 ? text.search.reading(formatShare(read)) : isBusy && text.search.searching;
  return [
    text.search.count(formatCount(found.exact)),
    found.near !== null && found.near > 0 && text.search.near(formatCount(found.near)),
    text.search.took(formatCount(Math.round(ms))),
  ]
    .filter(Boolean)
    .join(' · ');
}
