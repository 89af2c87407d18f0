import { Button } from '@mantine/core';
import { useContext, useState } from 'react';
import type { ToolRun } from '../../../lib/tools/run.ts';
import { sentenceOf } from '../../../lib/tools/sentence.ts';
import { useText } from '../../frame/use-text.ts';
import type { RoomActions } from '../../room/actions.ts';
import { PlaceContext } from '../../room/place.ts';
import styles from './tools.module.css';
import { useNames } from './use-names.ts';

interface Props {
  run: ToolRun;
  /** null in a replay */
  actions: RoomActions | null;
}

/** Who was first or was drawn, and the sentence that tells it: for the box, where a person sends it, and for the host. */
export function Result({ run, actions }: Props) {
  const { tools: text } = useText();
  const [told, setTold] = useState<string | null>(null);
  const seqs = run.drawn?.winners ?? run.right.map(({ seq }) => seq);
  const names = useNames(useContext(PlaceContext)?.session, seqs);
  const known = names?.filter((name) => name !== null) ?? [];
  const isCountdown = run.setup.what === 'countdown';
  const sentence = names && sentenceOf(run, known, actions?.limit ?? 200);

  const toHost = () => {
    const wish = {
      id: run.id,
      what: 'result',
      by: 'control',
      asked: run.setup.title,
      product: null,
    } as const;
    if (actions?.prompt({ ...wish, words: sentence ?? '' }) === false) setTold(text.blocked);
  };
  const fill = async () => {
    const checked = sentence ? actions?.clear(sentence) : null;
    if (!checked || !actions) return setTold(text.blocked);
    const outcome = await actions.fill({ text: checked });
    setTold(outcome.ok ? text.filled : text.notFilled);
  };
  return (
    <>
      {names && names.length > 0 && (
        <div>
          <b>{run.drawn ? text.winners : text.firsts}</b>
          <ol className={styles.names}>
            {names.map((name, i) => (
              <li key={seqs[i]}>
                <bdi>{name ?? text.gone}</bdi>
              </li>
            ))}
          </ol>
        </div>
      )}
      {actions && (sentence || isCountdown) && (
        <div className={styles.row}>
          <Button size="compact-xs" variant="default" onClick={toHost}>
            {text.toHost}
          </Button>
          {sentence && (
            <Button size="compact-xs" variant="default" title={sentence} onClick={() => void fill()}>
              {text.fill}
            </Button>
          )}
          <output className={styles.hint}>{told}</output>
        </div>
      )}
    </>
  );
}
