import { formatCount } from '../../lib/i18n/format.ts';
import { type Hit, lineSources, type WhatIf } from '../../lib/lists/what-if.ts';
import type { Doubt } from '../../lib/lists/what-if-doubts.ts';
import { addressOf } from '../console/use-route.ts';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import { MarkedText } from '../room/MarkedText.tsx';
import styles from './intake.module.css';

/** What a change would do, in numbers and with the texts; those that look like false hits come first. */
export function WhatIfResult({ outcome }: { outcome: WhatIf & { ms: number } }) {
  const words = useText().intake;
  const { read, counts, doubtful, hits, ms } = outcome;
  const parts = (state: Hit['state']) =>
    lineSources
      .filter((source) => counts[source][state] > 0)
      .map((source) => words.parts[source](formatCount(counts[source][state])))
      .join(words.and);
  const [more, fewer, graded] = [parts('new'), parts('gone'), parts('changed')];
  const [comments, replies, scripts, titles] = lineSources.map((source) => formatCount(read[source])) as [
    string,
    string,
    string,
    string,
  ];
  if (lineSources.every((source) => read[source] === 0)) return <p role="status">{words.nothingToReplay}</p>;
  return (
    <section aria-label={words.whatIf}>
      <p className={styles.sum} role="status">
        <b>{more ? words.would(more) : words.wouldNothing}</b>
        {doubtful > 0 && <> · {words.looksFalse(formatCount(doubtful))}</>}
        {fewer && <> · {words.gone(fewer)}</>}
        {graded && <> · {words.changed(graded)}</>}
      </p>
      <p className={styles.aside}>
        {words.read(comments, replies, scripts, titles, formatCount(Math.round(ms)))}
      </p>
      {outcome.words.length > 1 && (
        <p className={styles.aside}>
          {words.often}：
          {outcome.words
            .slice(0, 8)
            .map(({ word, count }) => `${word} ${formatCount(count)}`)
            .join(words.and)}
        </p>
      )}
      {hits.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <ul className={styles.rows} aria-label={words.hits} tabIndex={0}>
          {hits.map((hit, i) => (
            <HitRow key={`${hit.place.session}:${hit.seq}:${i}`} hit={hit} />
          ))}
        </ul>
      )}
    </section>
  );
}

function HitRow({ hit }: { hit: Hit }) {
  const words = useText().intake;
  const { state, source, text, findings, doubts, place, seq } = hit;
  const reasons = [...new Set(doubts.map((doubt) => words.doubts[doubt.kind](wordOf(doubt))))];
  return (
    <li>
      <span className={styles.tag}>
        {words.hitStates[state]} · {words.sources[source]}
      </span>
      <bdi>
        <MarkedText text={text} findings={findings} />
      </bdi>
      {reasons.map((reason) => (
        <span key={reason} className={styles.doubt}>
          {reason}
        </span>
      ))}
      {place.session !== undefined && seq !== undefined && (
        <a
          className={styles.link}
          href={`console.html${addressOf('sessions', place.session, { at: String(seq) })}`}
          target="_blank"
          rel="noreferrer"
          aria-label={words.open}
          title={words.open}
        >
          <Icon name="open" />
        </a>
      )}
    </li>
  );
}

const wordOf = (doubt: Doubt): string =>
  'word' in doubt ? doubt.word : 'reason' in doubt ? doubt.reason : '';
