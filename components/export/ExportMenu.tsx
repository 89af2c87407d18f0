import { Button, Popover, Progress, Switch } from '@mantine/core';
import { useState } from 'react';
import { formatCount } from '../../lib/i18n/format.ts';
import type { Session } from '../../lib/model.ts';
import { useText } from '../frame/use-text.ts';
import styles from './export.module.css';
import { type Format, useExport } from './use-export.ts';

/** Takes a session out as a file; names are masked unless someone decides otherwise. */
export function ExportMenu({ session }: { session: Session }) {
  const text = useText();
  const { state, start, cancel } = useExport(session);
  const [isMasked, setMasked] = useState(true);
  const isWorking = state.kind === 'working';
  const kinds: [Format, string, string][] = [
    ['jsonl', text.export.jsonl, text.export.jsonlHint],
    ['csv', text.export.csv, text.export.csvHint],
  ];
  return (
    <Popover position="bottom-end" width={320} transitionProps={{ duration: 0 }} shadow="xs" trapFocus>
      <Popover.Target>
        <Button size="xs" variant="default">
          {text.export.title}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles.menu}>
        {kinds.map(([format, name, hint]) => (
          <div key={format} className={styles.format}>
            <div>
              <b>{name}</b>
              <span>{hint}</span>
            </div>
            <Button
              size="xs"
              variant="default"
              disabled={isWorking}
              aria-label={`${text.export.title} ${name}`}
              onClick={() => void start(format, isMasked)}
            >
              {text.export.title}
            </Button>
          </div>
        ))}
        <Switch
          size="xs"
          label={text.export.mask}
          description={text.export.maskHint}
          checked={isMasked}
          disabled={isWorking}
          onChange={(event) => setMasked(event.currentTarget.checked)}
        />
        {isWorking && (
          <div className={styles.progress}>
            <Progress
              aria-label={text.export.title}
              value={session.events === 0 ? 100 : (100 * state.events) / session.events}
            />
            <div className={styles.format}>
              <span>{text.export.working(formatCount(state.events))}</span>
              <Button size="compact-xs" variant="default" onClick={cancel}>
                {text.common.cancel}
              </Button>
            </div>
          </div>
        )}
        <div role="status">
          {state.kind === 'done' && text.export.done(state.name)}
          {state.kind === 'cancelled' && text.export.cancelled}
          {state.kind === 'failed' && text.export.failed}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
