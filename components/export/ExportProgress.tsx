import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { formatCount, formatLength } from '../../lib/i18n/format.ts';
import { useText } from '../frame/use-text.ts';
import styles from './export.module.css';
import type { ExportState } from './use-export.ts';

/** How far an export is, and what became of it. */
export function ExportProgress({ state, all }: { state: ExportState; all: number }) {
  const text = useText();
  const working = state.kind === 'working' ? state : null;
  const seal = state.kind === 'done' ? state.seal : undefined;
  return (
    <>
      {working && (
        <div className={styles.progress}>
          <Progress
            aria-label={text.export.title}
            value={all === 0 ? 100 : Math.min(100, (100 * working.events) / all)}
          />
          <p className={styles.figures}>
            <span>{text.export.working(formatCount(working.events), formatCount(all))}</span>
            <span>
              {working.left === null ? text.export.counting : text.export.left(formatLength(working.left))}
            </span>
          </p>
        </div>
      )}
      <div role="status" className={styles.outcome}>
        {state.kind === 'done' && <p>{text.export.saved(state.name)}</p>}
        {state.kind === 'cancelled' && <p>{text.export.cancelled}</p>}
        {state.kind === 'failed' && <p className={styles.wrong}>{text.export.failed}</p>}
      </div>
      {seal && <Seal seal={seal} />}
    </>
  );
}

function Seal({ seal }: { seal: string }) {
  const text = useText();
  const [isCopied, setCopied] = useState(false);
  return (
    <div className={styles.ask}>
      <b>{text.export.seal}</b>
      <code className={styles.seal}>{seal}</code>
      <p>{text.export.sealHint}</p>
      <Button
        size="xs"
        variant="default"
        onClick={() => void navigator.clipboard.writeText(seal).then(() => setCopied(true))}
      >
        {isCopied ? text.export.copied : text.export.copy}
      </Button>
    </div>
  );
}
