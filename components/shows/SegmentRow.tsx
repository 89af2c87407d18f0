import { memo, useMemo, useState } from 'react';
import { type Checker, isBlocking } from '../../lib/compliance/types.ts';
import { limits } from '../../lib/limits.ts';
import { mostOfShow, type Segment, type SegmentPart, segmentParts } from '../../lib/model.ts';
import { lengthText } from '../../lib/show/length.ts';
import { type SegmentDraft, type ShowColumn, segmentOf } from '../../lib/show/table.ts';
import { useText } from '../frame/use-text.ts';
import { Issues } from '../scripts/Issues.tsx';
import { Cell, Choice } from '../shop/Cell.tsx';
import { RowAct } from '../shop/EditTable.tsx';
import styles from '../shop/shop.module.css';
import { allShowWords } from './show-words.ts';

interface Props {
  segment: Segment;
  /** its place, from 0 */
  index: number;
  /** when it begins, in words */
  begins: string;
  checker: Checker | null;
  onChange(index: number, segment: Segment): void;
  onCopy(index: number): void;
  onRemove(index: number): void;
}

const lengths = {
  name: mostOfShow.name,
  length: 24,
  product: limits.title,
  owner: mostOfShow.owner,
  aim: limits.title,
};

/** One segment: each cell is typed in or chosen; what is to be said is checked at every stroke. */
export const SegmentRow = memo(function SegmentRow(props: Props) {
  const { segment, index, begins, checker, onChange, onCopy, onRemove } = props;
  const { show, common } = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const script = typed ?? segment.script ?? '';
  const findings = useMemo(
    () =>
      (checker && script ? checker.check(script, { channel: 'host' }) : []).filter(
        ({ severity }) => severity !== 'S0',
      ),
    [checker, script],
  );
  const blocked = findings.filter(isBlocking);
  const label = (column: ShowColumn) => `${show.columns[column]} ${index + 1}`;

  const save = (change: SegmentDraft): string | null => {
    const { part, length, ...rest } = segment;
    const made = segmentOf({ ...rest, part, length: lengthText(length), ...change }, allShowWords);
    if ('problem' in made) return show.import.problems[made.problem];
    onChange(index, { ...made.segment, part: (change.part as SegmentPart | undefined) ?? part });
    return null;
  };
  const cell = (column: keyof typeof lengths, value: string) => (
    <td>
      <Cell
        label={label(column)}
        value={value}
        maxLength={lengths[column]}
        placeholder={column === 'length' ? show.lengthHint : undefined}
        onSave={(now) => save({ [column]: now })}
      />
    </td>
  );
  return (
    <tr data-bad={blocked.length > 0}>
      <td className={styles.number}>{begins}</td>
      {cell('name', segment.name)}
      <td>
        <Choice
          label={label('part')}
          value={segment.part}
          options={segmentParts.map((part) => [part, show.parts[part]])}
          onSave={(part) => part && save({ part })}
        />
      </td>
      {cell('length', lengthText(segment.length))}
      {cell('product', segment.product ?? '')}
      {cell('owner', segment.owner ?? '')}
      <td>
        <Cell
          label={label('script')}
          value={segment.script ?? ''}
          maxLength={limits.text}
          onType={setTyped}
          onSave={(now) => {
            setTyped(null);
            return save({ script: now });
          }}
        />
        {script !== '' && checker && (
          <div className={styles.state}>
            <Issues
              issues={
                findings.length === 0
                  ? []
                  : [
                      {
                        kind: blocked.length > 0 ? 'blocked' : 'proof',
                        text: script,
                        findings: blocked.length > 0 ? blocked : findings,
                      },
                    ]
              }
            />
          </div>
        )}
      </td>
      {cell('aim', segment.aim ?? '')}
      <td className={styles.acts}>
        <RowAct icon="copy" act={show.segmentCopy} name={segment.name} onClick={() => onCopy(index)} />
        <RowAct icon="trash" act={common.delete} name={segment.name} onClick={() => onRemove(index)} />
      </td>
    </tr>
  );
});
