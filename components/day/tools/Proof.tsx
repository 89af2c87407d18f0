import { Button } from '@mantine/core';
import { useContext, useState } from 'react';
import { readRuns } from '../../../lib/log/reader.ts';
import { createAudit, type DrawAudit } from '../../../lib/tools/audit.ts';
import type { ToolRun } from '../../../lib/tools/run.ts';
import { useText } from '../../frame/use-text.ts';
import { PlaceContext } from '../../room/place.ts';
import { useLog } from '../../use-log.ts';
import styles from './tools.module.css';

/** What a draw rests on, and the button that draws it again from the log. */
export function Proof({ run }: { run: ToolRun }) {
  const { tools: text } = useText();
  const db = useLog();
  const session = useContext(PlaceContext)?.session;
  const [audit, setAudit] = useState<DrawAudit | 'reading' | null>(null);
  if (run.setup.what !== 'draw' || !run.drawn) return null;

  const verify = async () => {
    if (session === undefined) return;
    setAudit('reading');
    const auditor = createAudit();
    for await (const { events } of readRuns(db, session, 0, Number.MAX_SAFE_INTEGER))
      for (const event of events) {
        const found = await auditor.take(event);
        if (found?.tool === run.id) return setAudit(found);
      }
    setAudit(null);
  };
  return (
    <details className={styles.proof}>
      <summary>{text.proof}</summary>
      <p className={styles.hint}>{text.proofHint}</p>
      <dl>
        <dt>{text.commitment}</dt>
        <dd>{run.setup.commitment}</dd>
        <dt>{text.digest}</dt>
        <dd>{run.drawn.digest}</dd>
      </dl>
      {session !== undefined && (
        <Button size="compact-xs" variant="default" loading={audit === 'reading'} onClick={verify}>
          {text.verify}
        </Button>
      )}
      <p role="status">
        {audit === 'reading' && text.verifying}
        {audit !== null && audit !== 'reading' && tell(audit)}
      </p>
    </details>
  );

  function tell({ faults, isWhole }: DrawAudit): string {
    if (faults.length > 0) return text.unsound(faults.map((fault) => text.faults[fault]).join('、'));
    return isWhole ? text.sound : text.soundPart;
  }
}
