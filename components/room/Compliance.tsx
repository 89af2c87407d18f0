import type { ComponentProps } from 'react';
import { formatClock } from '../../lib/i18n/format.ts';
import type { RoomState } from '../../lib/room/state.ts';
import type { ShopProduct } from '../../lib/shop/schema.ts';
import { useText } from '../frame/use-text.ts';
import { GoodsTitles } from '../moderate/GoodsTitles.tsx';
import { SpokenRisks } from '../voice/SpokenRisks.tsx';
import { Choruses } from './Choruses.tsx';
import { Empty } from './Empty.tsx';
import { FindingList, Passed } from './FindingList.tsx';
import { riskyTexts } from './judge.ts';
import { MarkedText } from './MarkedText.tsx';
import styles from './room.module.css';
import { useJudge } from './use-judge.ts';

/** Most texts that are listed; older ones are in the log. */
const shownTexts = 100;

const none: readonly ShopProduct[] = [];

interface Props {
  state: RoomState;
  products?: readonly ShopProduct[] | undefined;
  /** absent in a replay */
  onCorrect?: ComponentProps<typeof SpokenRisks>['onClose'];
}

/** What stands in the console's box, and what was said with a risk in it, newest first. */
export function Compliance({ state, products = none, onCorrect }: Props) {
  const text = useText();
  const judge = useJudge();
  const { draft } = state;
  const judged = riskyTexts(state, judge).slice(-shownTexts).reverse();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={styles.scroll} aria-label={text.views.compliance} tabIndex={0}>
      <section className={styles.judged} aria-label={text.compliance.draft}>
        <h2 className={styles.heading}>{text.compliance.draft}</h2>
        {draft ? (
          <>
            <p className={styles.said}>
              <MarkedText text={draft.text} findings={draft.findings} />
            </p>
            {draft.findings.length === 0 && <Passed label={text.findings.passed} />}
            <FindingList findings={draft.findings} sentence={draft.text} />
          </>
        ) : (
          <p className={styles.hint}>{text.compliance.draftEmpty}</p>
        )}
      </section>
      <SpokenRisks voice={state.voice} onClose={onCorrect} />
      <h2 className={styles.heading} data-apart>
        {text.compliance.judged}
      </h2>
      {judged.length === 0 && <Empty title={text.findings.clean} hint={text.compliance.empty} />}
      {judged.map((said) => (
        <article key={said.seq} className={styles.judged}>
          <div className={styles.meta}>
            <span>{text.compliance.said}</span>
            <time>{formatClock(said.at)}</time>
          </div>
          <p className={styles.said}>
            <MarkedText text={said.text} findings={said.findings} />
          </p>
          <FindingList findings={said.findings} sentence={said.text} />
        </article>
      ))}
      <GoodsTitles items={state.goods.items} judge={judge} products={products} />
      <Choruses choruses={state.choruses} />
      <p className={styles.footnote}>{text.findings.risk}</p>
    </section>
  );
}
