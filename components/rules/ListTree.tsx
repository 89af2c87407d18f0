import { memo, useRef } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { useText } from '../frame/use-text.ts';
import { CategoryRow, ListRow, WordsRow } from './HeadRows.tsx';
import { MakeList } from './MakeList.tsx';
import { RuleRow } from './RuleRow.tsx';
import styles from './tree.module.css';
import type { TreeRow } from './tree-rows.ts';
import { useTreeKeys } from './use-tree-keys.ts';
import { WordForm } from './WordForm.tsx';
import { WordRow } from './WordRow.tsx';

/** Height of most rows (px); the others are measured. */
const rowHeight = 35;

/** All lists as one column of rows, of which only those in sight are drawn. */
export const ListTree = memo(function ListTree({ rows }: { rows: readonly TreeRow[] }) {
  const text = useText();
  const scroller = useRef<HTMLElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const onKeyDown = useTreeKeys(rows, scroller, list);
  return (
    <section
      ref={scroller}
      className={styles.lists}
      data-long
      aria-label={text.lists.tree}
      onKeyDown={onKeyDown}
    >
      <Virtualizer ref={list} data={rows} itemSize={rowHeight} scrollRef={scroller}>
        {(row, index) => (
          <div key={row.key} data-row={index} data-kind={row.kind}>
            <Row row={row} />
          </div>
        )}
      </Virtualizer>
    </section>
  );
});

function Row({ row }: { row: TreeRow }) {
  const { lists: text } = useText();
  switch (row.kind) {
    case 'group':
      return (
        <div className={styles.group}>
          <h2>{text.groups[row.group]}</h2>
          {(row.group === 'shop' || row.group === 'own') && <MakeList group={row.group} />}
        </div>
      );
    case 'list':
      return <ListRow row={row} />;
    case 'category':
      return <CategoryRow row={row} />;
    case 'rule':
      return <RuleRow row={row} />;
    case 'words':
      return <WordsRow row={row} />;
    case 'form':
      return <WordForm words={row.words} />;
    case 'empty':
      return <p className={styles.note}>{text.noWords}</p>;
    case 'word':
      return <WordRow row={row} />;
  }
}
