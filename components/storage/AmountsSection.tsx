import { Button } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { formatBytes, formatCount } from '../../lib/i18n/format.ts';
import { type Part, readAmounts } from '../../lib/keep/amounts.ts';
import { useText } from '../frame/use-text.ts';
import { useWatch } from '../use-log.ts';
import { type Disk, isTight, readDisk } from './disk.ts';
import styles from './storage.module.css';

/** What is stored and how much of it, and whether the browser may clear it. */
export function AmountsSection() {
  const { keep: text } = useText();
  const { value: amounts } = useWatch(readAmounts);
  const disk = useDisk(amounts);
  const parts = Object.entries(amounts?.parts ?? {});
  return (
    <section className={styles.section} aria-label={text.amounts}>
      <h2>{text.amounts}</h2>
      {amounts && (
        <p>
          {text.events(formatCount(amounts.events), formatCount(amounts.comments))}
          {amounts.gone > 0 && ` · ${text.gone(formatCount(amounts.gone))}`}
        </p>
      )}
      <table>
        <thead>
          <tr>
            <th>{text.part}</th>
            <th className={styles.number}>{text.records}</th>
            <th className={styles.number}>{text.size}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(([part, { records, bytes, isExact }]) => (
            <tr key={part}>
              <td>{text.parts[part as Part]}</td>
              <td className={styles.number}>{formatCount(records)}</td>
              <td className={styles.number}>
                {isExact ? formatBytes(bytes) : text.roughly(formatBytes(bytes))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {disk && <p title={text.diskHint}>{text.disk(formatBytes(disk.usage), formatBytes(disk.quota))}</p>}
      {disk === null && <p>{text.diskUnknown}</p>}
      {isTight(disk ?? null) && (
        <p role="alert" className={styles.warn}>
          {text.tight}
        </p>
      )}
      <Persistence />
    </section>
  );
}

/** The disk as it is whenever `changed` is another; undefined until the browser has told. */
function useDisk(changed: unknown): Disk | null | undefined {
  const [disk, setDisk] = useState<Disk | null>();
  useEffect(() => {
    let isGone = false;
    readDisk().then((told) => isGone || setDisk(told));
    return () => {
      isGone = true;
    };
  }, [changed]);
  return disk;
}

function Persistence() {
  const { keep: text } = useText();
  const [isKept, setKept] = useState<boolean>();
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    navigator.storage?.persisted?.().then(setKept, () => {});
  }, []);
  const ask = useCallback(async () => {
    const granted = await navigator.storage.persist().catch(() => false);
    setKept(granted);
    setRefused(!granted);
  }, []);
  if (isKept === undefined) return null;
  return (
    <div className={styles.row}>
      <span>{isKept ? text.persisted : text.notPersisted}</span>
      {!isKept && (
        <Button size="compact-sm" variant="default" onClick={ask}>
          {text.persist}
        </Button>
      )}
      {isRefused && <span role="status">{text.refused}</span>}
    </div>
  );
}
