import {
  Button,
  FileButton,
  Modal,
  NativeSelect,
  SegmentedControl,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import type { Level } from '../../lib/compliance/types.ts';
import { formatCount } from '../../lib/i18n/format.ts';
import type { Way } from '../../lib/lists/merge-list.ts';
import { largestList } from '../../lib/lists/read-list.ts';
import type { ListGroup, ListHead } from '../../lib/lists/word-list.ts';
import { useText } from '../frame/use-text.ts';
import { useBy } from '../use-log.ts';
import { GroupSelect } from './GroupSelect.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import styles from './intake.module.css';
import type { Preview } from './tasks.ts';
import { useIntake } from './use-intake.ts';
import { WhatIfView } from './WhatIfView.tsx';

interface Props {
  /** the list to import into; null makes a new one */
  list: Pick<ListHead, 'id' | 'name' | 'group'> | null;
  onTaken?(head: ListHead): void;
  onClose(): void;
}

const levels: readonly Level[] = ['S3', 'S2', 'S1'];
const longestName = 60;

/** Takes a file or pasted text into a list: first what would change, and what that would flag; then all or nothing. */
export function ListImport({ list, onTaken, onClose }: Props) {
  const text = useText();
  const words = text.intake;
  const by = useBy();
  const { line, stop } = useIntake();
  const [from, setFrom] = useState<Blob | string>('');
  const [name, setName] = useState(list?.name ?? '');
  const [group, setGroup] = useState<ListGroup>(list?.group ?? 'own');
  const [level, setLevel] = useState<Level>('S2');
  const [way, setWay] = useState<Way>('merge');
  const [preview, setPreview] = useState<Preview | null>(null);
  const [withoutFaulty, setWithoutFaulty] = useState(false);
  const [isTrying, setTrying] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const look = async (what: { from?: Blob | string; level?: Level; way?: Way }) => {
    const asked = { from, level, way, list: list?.id ?? null, ...what };
    setFrom(asked.from);
    setLevel(asked.level);
    setWay(asked.way);
    setTrying(false);
    setProblem(null);
    if (asked.from === '') return;
    if (typeof asked.from !== 'string' && asked.from.size > largestList)
      return setProblem(words.unreadable['too-big']);
    setBusy(true);
    try {
      const made = await line().ask('read', asked);
      setPreview(made.ok ? made.preview : null);
      if (!made.ok) setProblem(words.unreadable[made.reason]);
      else if (name === '')
        setName(
          made.preview.header.name ?? (asked.from instanceof File ? bareName(asked.from) : words.pasted),
        );
    } catch {
      stop();
      setProblem(words.failed);
    }
    setBusy(false);
  };
  const take = async () => {
    setBusy(true);
    try {
      const why = from instanceof File ? `${words.import} ${from.name}` : words.import;
      const id = list?.id ?? crypto.randomUUID();
      const head = await line().ask('take', { id, name: name.trim(), group, who: by().who, why });
      if (head) {
        onTaken?.(head);
        return onClose();
      }
      setPreview(null);
      setProblem(words.stale);
    } catch {
      setProblem(words.failed);
    }
    setBusy(false);
  };
  const changes = preview ? preview.counts.added + preview.counts.changed + preview.counts.removed : 0;
  const isReady = changes > 0 && name.trim() !== '' && (preview?.faulty === 0 || withoutFaulty);

  return (
    <Modal
      opened
      onClose={onClose}
      size={760}
      title={list ? words.importInto(list.name) : words.importNew}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <p className={styles.note}>{words.hint}</p>
      <Textarea
        size="xs"
        rows={4}
        aria-label={words.paste}
        placeholder={words.paste}
        maxLength={2_000_000}
        value={typeof from === 'string' ? from : ''}
        onChange={(event) => {
          setFrom(event.currentTarget.value);
          setPreview(null);
        }}
      />
      <div className={styles.bar}>
        <Button
          size="xs"
          variant="default"
          loading={isBusy}
          disabled={typeof from === 'string' && from.trim() === ''}
          onClick={() => void look({})}
        >
          {words.look}
        </Button>
        <FileButton
          accept=".txt,.csv,.tsv,.xlsx,.json"
          onChange={(file) => file && void look({ from: file })}
        >
          {(button) => (
            <Button size="xs" variant="default" disabled={isBusy} {...button}>
              {words.file}
            </Button>
          )}
        </FileButton>
        <span className={styles.aside}>{from instanceof File ? from.name : words.fileHint}</span>
      </div>
      <div className={styles.fields}>
        {!list && (
          <>
            <TextInput
              size="xs"
              label={words.name}
              maxLength={longestName}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <GroupSelect value={group} onChange={setGroup} />
          </>
        )}
        <NativeSelect
          size="xs"
          label={words.level}
          value={level}
          onChange={(event) => void look({ level: event.currentTarget.value as Level })}
          data={levels.map((value) => ({ value, label: text.findings.severity[value] }))}
        />
      </div>
      {list && (
        <SegmentedControl
          size="xs"
          aria-label={words.way}
          value={way}
          onChange={(value) => void look({ way: value as Way })}
          data={(['merge', 'replace'] as const).map((value) => ({ value, label: words.ways[value] }))}
        />
      )}
      {problem && <p role="alert">{problem}</p>}
      {preview && (
        <>
          <ImportPreview preview={preview} />
          {preview.faulty > 0 && (
            <>
              <p className={styles.note}>{words.faulty(formatCount(preview.faulty))}</p>
              <Switch
                size="xs"
                label={words.leaveOut(formatCount(preview.faulty))}
                checked={withoutFaulty}
                onChange={(event) => setWithoutFaulty(event.currentTarget.checked)}
              />
            </>
          )}
          {isTrying && <WhatIfView line={line} stop={stop} proposal={{ kind: 'read' }} />}
          <div className={styles.bar} data-end>
            {!isTrying && changes > 0 && (
              <Button size="xs" variant="default" onClick={() => setTrying(true)}>
                {words.whatIf}
              </Button>
            )}
            <Button size="xs" loading={isBusy} disabled={!isReady} onClick={() => void take()}>
              {changes === 0 ? words.nothing : words.take(formatCount(changes))}
            </Button>
          </div>
        </>
      )}
    </Modal>
  );
}

const bareName = ({ name }: File): string => name.replace(/\.[^.]+$/, '').slice(0, longestName);
