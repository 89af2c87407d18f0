import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { maskLeaks } from '../../lib/moderate/leaks.ts';
import { wordingsOf } from '../../lib/room/question.ts';
import type { Question } from '../../lib/room/state.ts';
import { type Common, whyMerged } from '../../lib/room/why-merged.ts';
import { useText } from '../frame/use-text.ts';
import { Masked } from '../moderate/Masked.tsx';
import styles from './card.module.css';
import type { CardActs } from './use-card-acts.ts';

/** Which wordings stand on this card, why, and how to take one off. */
export function Wordings({ card, acts }: { card: Question; acts: CardActs | null }) {
  const text = useText();
  const { board } = text;
  const [split, setSplit] = useState<{ text: string; into: string } | null>(null);
  const wordings = wordingsOf(card);
  const texts = wordings.map(([, wording]) => wording.text);
  const key = texts.join('\n');
  const why = useMemo(() => whyMerged(texts as [string, ...string[]]), [key]);
  const rest = card.count - wordings.reduce((sum, [, { count }]) => sum + count, 0);
  return (
    <div className={styles.wordings}>
      <p className={styles.why}>
        <b>{board.why}</b> {inWords(why, text).join(' · ')}
      </p>
      <p className={styles.why}>{peopleIn(card, text).join(' · ')}</p>
      <ul>
        {wordings.map(([letters, { text: words, count, askers }]) => (
          <li key={letters}>
            <Masked text={words} />
            <span className={styles.count}>{board.asked(String(count), String(askers.size))}</span>
            {acts && wordings.length > 1 && (
              <Button
                size="compact-xs"
                variant="default"
                title={board.splitHint}
                aria-label={`${board.split} ${maskLeaks(words)}`}
                onClick={() => setSplit({ text: words, into: acts.split(letters) })}
              >
                {board.split}
              </Button>
            )}
          </li>
        ))}
        {rest > 0 && <li className={styles.count}>{board.rest(String(rest))}</li>}
      </ul>
      <div role="status" className={styles.marks}>
        {split && acts && (
          <span className={styles.mark}>
            <bdi>{board.splitDone(maskLeaks(split.text))}</bdi>
            <button
              type="button"
              className={styles.link}
              onClick={() => {
                acts.joinBack(split.into);
                setSplit(null);
              }}
            >
              {text.common.undo}
            </button>
          </span>
        )}
      </div>
    </div>
  );
}

type Text = ReturnType<typeof useText>;

function inWords({ intent, said, slots, isDenied }: Common, { board, intents }: Text): string[] {
  const filled = slots.flatMap(([name, value]) => (board.slot[name] ? [`${board.slot[name]} ${value}`] : []));
  return [
    board.intent(intents[intent]),
    ...(said.length > 0 ? [board.said(said.map((ways) => ways.join(' / ')).join('、'))] : []),
    ...(filled.length > 0 ? [board.slots(filled.join('、'))] : []),
    ...(isDenied ? [board.denied] : []),
  ];
}

/** What is known of the people, which is why the card stands where it stands. */
function peopleIn({ count, people, traits }: Question, { board, questions }: Text): string[] {
  const again = count - people;
  return [
    questions.people(String(people)),
    ...(['order', 'cart', 'fan', 'new'] as const).flatMap((trait) =>
      traits[trait] > 0 ? [board.whoAre(String(traits[trait]), board.who[trait])] : [],
    ),
    ...(again > 0 ? [board.again(String(again))] : []),
  ];
}
