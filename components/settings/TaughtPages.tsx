import { ActionIcon, Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import { readTaughtFile, taughtFile } from '../../lib/capture/teach/taught-file.ts';
import { formatCount, formatDate } from '../../lib/i18n/format.ts';
import styles from '../console/page.module.css';
import { Icon } from '../frame/icons.tsx';
import { useText } from '../frame/use-text.ts';
import { saveFile } from '../health/save-file.ts';
import { useTaught } from '../health/use-taught.ts';

/** What was taught for which page: to look at, revoke, hand on and take over. */
export function TaughtPages() {
  const { health: text } = useText();
  const [pages, change] = useTaught();
  const [said, setSaid] = useState<string | null>(null);
  const names = Object.keys(pages).sort();

  const take = async (file: File | null) => {
    if (!file) return;
    const taken = readTaughtFile(file.size > 100_000 ? '' : await file.text());
    if (taken) await change((known) => ({ ...known, ...taken }));
    setSaid(taken ? text.imported(formatCount(Object.keys(taken).length)) : text.importFailed);
  };
  const revoke = (name: string) =>
    change((known) => Object.fromEntries(Object.entries(known).filter(([page]) => page !== name)));
  return (
    <>
      <h2 className={styles.section}>{text.taughtPages}</h2>
      <p className={styles.note}>{text.taughtHint}</p>
      {names.length === 0 && <p className={styles.note}>{text.taughtNone}</p>}
      <ul aria-label={text.taughtPages}>
        {names.map((name) => (
          <li key={name}>
            <code>{name}</code> · {formatDate(pages[name]!.at)}{' '}
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={text.revoke(name)}
              title={text.revoke(name)}
              onClick={() => revoke(name)}
            >
              <Icon name="trash" />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <div>
        <Button
          size="xs"
          variant="default"
          disabled={names.length === 0}
          onClick={() => saveFile('live-copilot-selectors.json', taughtFile(pages))}
        >
          {text.exportTaught}
        </Button>{' '}
        <FileButton accept="application/json,.json" onChange={take}>
          {(props) => (
            <Button size="xs" variant="default" {...props}>
              {text.importTaught}
            </Button>
          )}
        </FileButton>
      </div>
      {said && <p role="status">{said}</p>}
    </>
  );
}
