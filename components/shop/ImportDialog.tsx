import { Button, Switch } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatCount } from '../../lib/i18n/format.ts';
import { isGrave } from '../../lib/shop/inspect.ts';
import { type Planned, rowsToTake } from '../../lib/shop/plan.ts';
import { useText } from '../frame/use-text.ts';
import { ImportFrame } from './ImportFrame.tsx';
import { PlanList } from './PlanList.tsx';
import { largestFile, readSource, type Source, textSource } from './read-source.ts';
import styles from './shop.module.css';

export type Plan<Row> = { planned: Planned<Row>[] } | 'unreadable' | 'noHead';

interface Props<Row extends { id: string }> {
  isOpen: boolean;
  pasteHint: string;
  /** what would become of it, nothing taken yet */
  plan(source: Source): Plan<Row>;
  show(row: Row): ReactNode;
  /** what else the file holds */
  also?: ReactNode;
  /** true when all of it was taken */
  onTake(rows: Row[]): Promise<boolean>;
  onClose(): void;
}

/** Takes over what was pasted or stands in a file: first it says what becomes of each line, then one press takes all. */
export function ImportDialog<Row extends { id: string }>(props: Props<Row>) {
  const { isOpen, pasteHint, plan, show, also, onTake, onClose } = props;
  const text = useText();
  const words = text.shop.import;
  const [pasted, setPasted] = useState('');
  const [planned, setPlanned] = useState<Exclude<Plan<Row>, string> | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [withBlocked, setWithBlocked] = useState(false);
  const [isBusy, setBusy] = useState(false);

  const look = (source: Source | null) => {
    const made = source ? plan(source) : 'unreadable';
    setPlanned(typeof made === 'string' ? null : made);
    setProblem(typeof made === 'string' ? words[made] : null);
  };
  const open = async (file: File) => {
    if (file.size > largestFile) return setProblem(words.tooBig);
    setBusy(true);
    look(await readSource(file));
    setBusy(false);
  };
  const close = () => {
    setPasted('');
    setPlanned(null);
    setProblem(null);
    setWithBlocked(false);
    onClose();
  };
  const rows = planned ? rowsToTake(planned.planned, withBlocked) : [];
  const blocked = planned
    ? planned.planned.filter(
        (one) => (one.state === 'new' || one.state === 'changed') && one.issues.some(isGrave),
      ).length
    : 0;
  const take = async () => {
    setBusy(true);
    const isDone = await onTake(rows);
    setBusy(false);
    if (isDone) close();
    else setProblem(text.shop.notSaved);
  };
  return (
    <ImportFrame
      isOpen={isOpen}
      title={words.title}
      note={pasteHint}
      label={words.paste}
      pasted={pasted}
      onPaste={setPasted}
      accept=".json,.csv,.tsv,.txt,.xlsx"
      fileLabel={words.file}
      isBusy={isBusy}
      onFile={(file) => void open(file)}
      before={
        <Button
          size="xs"
          variant="default"
          disabled={pasted.trim() === ''}
          onClick={() => look(textSource(pasted))}
        >
          {words.preview}
        </Button>
      }
      after={<span className={styles.aside}>{words.fileHint}</span>}
      problem={problem}
      take={
        planned && (
          <Button
            size="xs"
            loading={isBusy}
            disabled={rows.length === 0 && !also}
            onClick={() => void take()}
          >
            {rows.length === 0 && !also ? words.nothing : words.take(formatCount(rows.length))}
          </Button>
        )
      }
      onClose={close}
    >
      {planned && (
        <>
          <PlanList planned={planned.planned} show={show} />
          {also}
          {blocked > 0 && (
            <Switch
              size="xs"
              my="sm"
              label={`${words.blocked(formatCount(blocked))} · ${words.withBlocked}`}
              checked={withBlocked}
              onChange={(event) => setWithBlocked(event.currentTarget.checked)}
            />
          )}
        </>
      )}
    </ImportFrame>
  );
}
