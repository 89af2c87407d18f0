import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { formatCount } from '../../lib/i18n/format.ts';
import { readLines, writeLines } from '../../lib/lists/lines.ts';
import type { ListContent } from '../../lib/lists/word-list.ts';
import { readContent } from '../../lib/log/lists.ts';
import { useText } from '../frame/use-text.ts';
import { useWatch } from '../use-log.ts';
import { useDesk } from './desk.ts';
import styles from './edit.module.css';
import { useMarkNames } from './mark-names.ts';
import type { Words } from './tree-rows.ts';

const shownWrong = 50;

interface Props {
  words: Words;
  onClose(): void;
}

/** A whole list as text; every wrong line is named, and nothing is taken until all are right. */
export function BulkEdit({ words, onClose }: Props) {
  const text = useText();
  const hash = words.head?.hash;
  const query = useMemo(
    () => (db: Parameters<typeof readContent>[0]) => (hash ? readContent(db, hash) : Promise.resolve(null)),
    [hash],
  );
  const { value: read } = useWatch(query);
  const content = words.content ?? read ?? null;
  return (
    <Modal
      opened
      size={720}
      onClose={onClose}
      title={text.lists.editTitle(words.name)}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      {content ? <Editor words={words} first={content} onClose={onClose} /> : <p>{text.common.loading}</p>}
    </Modal>
  );
}

function Editor({ words, first, onClose }: Props & { first: ListContent }) {
  const text = useText();
  const names = useMarkNames();
  const { changeWords } = useDesk();
  const [typed, setTyped] = useState(() => writeLines(first, names));
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const settled = useDeferredValue(typed);
  const read = useMemo(() => readLines(settled, names, first), [settled, names, first]);

  const save = () => {
    // what is shown may be a stroke behind
    const now = readLines(typed, names, first);
    if (!now.ok) return;
    changeWords(words, () => now.content, why.trim()).then(onClose, () => setProblem(text.lists.failed));
  };
  const goTo = (line: number) => {
    const lines = typed.split('\n');
    const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    field.current?.focus();
    field.current?.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
  };
  return (
    <div className={styles.bulk}>
      <p>{text.lists.editHint(Object.values(names).join(' / '))}</p>
      <Textarea
        ref={field}
        size="xs"
        rows={16}
        data-autofocus
        spellCheck={false}
        aria-label={text.lists.editTitle(words.name)}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div role="status">
        {read.ok
          ? text.lists.lines(formatCount(read.content.terms.length), formatCount(read.content.allow.length))
          : text.lists.wrong(formatCount(read.wrong.length))}
      </div>
      {!read.ok && (
        <ul className={styles.wrong}>
          {read.wrong.slice(0, shownWrong).map(({ line, problem }) => (
            <li key={line}>
              <button type="button" onClick={() => goTo(line)}>
                {text.lists.line(formatCount(line))}
              </button>{' '}
              {text.lists.problems[problem]}
            </li>
          ))}
        </ul>
      )}
      {problem && <p role="alert">{problem}</p>}
      <div className={styles.ask}>
        <TextInput
          size="xs"
          maxLength={200}
          aria-label={text.lists.why}
          placeholder={text.lists.why}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Button size="xs" variant="default" onClick={onClose}>
          {text.common.cancel}
        </Button>
        <Button size="xs" disabled={!read.ok} onClick={save}>
          {text.lists.save}
        </Button>
      </div>
    </div>
  );
}
