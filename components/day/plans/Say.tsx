import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Checker, isBlocking } from '../../../lib/compliance/types.ts';
import { useText } from '../../frame/use-text.ts';
import type { RoomActions } from '../../room/actions.ts';
import { FindingList, Passed } from '../../room/FindingList.tsx';
import styles from './plans.module.css';

interface Props {
  say: string;
  checker: Checker | null;
  /** null in a replay */
  actions: RoomActions | null;
}

/** The first sentence to say: with the rules' verdict, and ways to use it while they let it through. */
export function Say({ say, checker, actions }: Props) {
  const { plans: text } = useText();
  const [done, setDone] = useState<string | null>(null);
  const findings = checker?.check(say, { channel: 'host' }) ?? [];
  const isFine = checker !== null && !findings.some(isBlocking);
  const checked = isFine && actions ? actions.clear(say) : null;
  const fits = actions !== null && say.length <= actions.limit;
  return (
    <div className={styles.say}>
      <p>{say}</p>
      <div className={styles.row}>
        {isFine ? <Passed label={text.say} /> : checker && <b className={styles.bad}>{text.blocked}</b>}
        {checked && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => void navigator.clipboard.writeText(checked).then(() => setDone(text.copied))}
          >
            {text.copy}
          </Button>
        )}
        {checked && fits && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() =>
              void actions
                .fill({ text: checked })
                .then(({ ok }) => setDone(ok ? text.filled : text.fillFailed))
            }
          >
            {text.fill}
          </Button>
        )}
        <output className={styles.hint}>{done}</output>
      </div>
      {!isFine && findings.length > 0 && <FindingList findings={findings} />}
    </div>
  );
}
