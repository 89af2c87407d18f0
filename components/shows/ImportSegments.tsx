import { Button, SegmentedControl } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { formatCount } from '../../lib/i18n/format.ts';
import { mostOfShow, type Segment } from '../../lib/model.ts';
import { readTable } from '../../lib/sheet/csv.ts';
import { readShowRows } from '../../lib/show/table.ts';
import { useText } from '../frame/use-text.ts';
import { ImportFrame } from '../shop/ImportFrame.tsx';
import { largestFile, readSource } from '../shop/read-source.ts';
import styles from '../shop/shop.module.css';
import { allShowWords } from './show-words.ts';
import { tabbed } from './tabbed.ts';

interface Props {
  isOpen: boolean;
  /** segments that stand there already */
  present: number;
  /** true when it was kept */
  onTake(segments: Segment[], how: 'append' | 'replace', startsAt: string | null): Promise<boolean>;
  onClose(): void;
}

const shownAtMost = 50;

/** Takes segments from what is pasted or stands in a file. Wrong lines say why, and stay here until they are mended. */
export function ImportSegments({ isOpen, present, onTake, onClose }: Props) {
  const { show, shop } = useText();
  const text = show.import;
  const [pasted, setPasted] = useState('');
  const [how, setHow] = useState<'append' | 'replace'>('append');
  const [problem, setProblem] = useState<string | null>(null);
  const read = useDeferredValue(pasted);
  const { lines, head, startsAt } = useMemo(() => readShowRows(readTable(read), allShowWords), [read]);
  const wrong = lines.filter((one) => 'problem' in one);
  const good = lines.flatMap((one) => ('segment' in one ? [one.segment] : []));
  const room = mostOfShow.segments - (how === 'append' ? present : 0);
  const isFull = good.length > room;

  const open = async (file: File) => {
    if (file.size > largestFile) return setProblem(text.tooBig);
    const source = await readSource(file).catch(() => null);
    setProblem(source ? null : text.unreadable);
    if (source) setPasted(source.text || tabbed(source.rows.map(({ cells }) => cells)));
  };
  const take = async () => {
    if (!(await onTake(good, how, startsAt))) return setProblem(shop.notSaved);
    setProblem(null);
    setHow('append');
    setPasted(wrong.length > 0 ? tabbed([...(head ? [head] : []), ...wrong.map(({ cells }) => cells)]) : '');
    if (wrong.length === 0) onClose();
  };
  return (
    <ImportFrame
      isOpen={isOpen}
      title={text.title}
      note={text.hint}
      label={text.paste}
      pasted={pasted}
      onPaste={setPasted}
      accept=".csv,.tsv,.txt,.xlsx"
      fileLabel={text.file}
      onFile={(file) => void open(file)}
      after={
        <SegmentedControl
          size="xs"
          value={how}
          onChange={(value) => setHow(value as typeof how)}
          data={[
            { value: 'append', label: text.append },
            { value: 'replace', label: text.replace },
          ]}
        />
      }
      problem={problem}
      take={
        <Button size="xs" disabled={good.length === 0 || isFull} onClick={() => void take()}>
          {text.take(formatCount(good.length))}
        </Button>
      }
      onClose={onClose}
    >
      {lines.length > 0 && (
        <>
          <p role="status">
            {text.good(formatCount(good.length))}
            {wrong.length > 0 && ` · ${text.wrong(formatCount(wrong.length))}`}
          </p>
          <ul className={`${styles.lines} ${styles.plan}`}>
            {wrong.slice(0, shownAtMost).map(({ line, cells, problem: why, column }) => (
              <li key={line}>
                <span className={styles.aside}>{text.line(line)}</span>
                <bdi>{cells.filter(Boolean).join(' · ').slice(0, 60)}</bdi>
                <b>
                  {show.columns[column]}：{text.problems[why]}
                </b>
              </li>
            ))}
          </ul>
          {wrong.length > 0 && <p className={styles.note}>{text.keep}</p>}
          {isFull && <p role="alert">{text.full(formatCount(mostOfShow.segments))}</p>}
        </>
      )}
    </ImportFrame>
  );
}
