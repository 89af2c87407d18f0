import { formatClock, formatDate } from '../../lib/i18n/format.ts';
import { maskLeaks } from '../../lib/moderate/leaks.ts';
import type { Result, Said } from '../../lib/search/results.ts';
import { addressOf } from '../console/use-route.ts';
import { useText } from '../frame/use-text.ts';
import { Reveal } from '../moderate/Reveal.tsx';
import { useMasked } from '../moderate/use-masked.ts';
import { Marked } from './Marked.tsx';
import styles from './search.module.css';

/** One hit between the comments before and after it; the whole row opens the replay at that moment. */
export function ResultRow({ result }: { result: Result }) {
  const text = useText();
  const { at, kind, who, intent, before, after, closeness, rules } = result;
  const { shown, leaks, isShown, toggle } = useMasked(result.text, kind !== 'comment');
  const tags = [
    kind !== 'comment' && text.search.kinds[kind],
    intent !== '' && intent !== 'other' && text.intents[intent],
    ...rules,
    closeness === 'near' && text.search.isNear,
  ].filter(Boolean);
  return (
    <li className={styles.row}>
      <Context said={before} />
      <p className={styles.hit}>
        <time dateTime={new Date(at).toISOString()} title={formatDate(at)}>
          {formatClock(at)}
        </time>
        <a
          className={styles.link}
          href={addressOf('sessions', result.session, { at: String(result.seq) })}
          title={text.search.replay}
        >
          {who !== '' && (
            <span className={styles.who}>
              <Marked text={who} marks={result.whoMarks} />
            </span>
          )}
          <Marked text={shown} marks={result.marks} />
        </a>
        <Reveal leaks={leaks} isShown={isShown} onToggle={toggle} />
        {tags.map((tag) => (
          <span key={String(tag)} className={styles.tag}>
            {tag}
          </span>
        ))}
      </p>
      <Context said={after} />
    </li>
  );
}

function Context({ said }: { said: Said | null }) {
  if (!said) return null;
  return (
    <p className={styles.context}>
      <bdi>{said.who}</bdi> <bdi>{said.isOurs ? said.text : maskLeaks(said.text)}</bdi>
    </p>
  );
}
