import { Button, FileButton, Modal, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../frame/use-text.ts';
import { largestFile } from './read-source.ts';
import styles from './shop.module.css';

interface Props {
  isOpen: boolean;
  title: string;
  /** what may be pasted, and in what shape */
  note: string;
  /** what the box for it is called */
  label: string;
  pasted: string;
  onPaste(text: string): void;
  /** endings of files, with commas between them */
  accept: string;
  fileLabel: string;
  isBusy?: boolean;
  onFile(file: File): void;
  /** before the file's button, and after it */
  before?: ReactNode;
  after?: ReactNode;
  problem: string | null;
  /** what would become of it */
  children: ReactNode;
  /** the button that takes it */
  take: ReactNode;
  onClose(): void;
}

/** Where something is pasted, or a file is chosen, and then taken over. */
export function ImportFrame(props: Props) {
  const { isOpen, title, note, label, pasted, onPaste, accept, fileLabel, isBusy, onFile } = props;
  const { before, after, problem, children, take, onClose } = props;
  const { common } = useText();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      size={720}
      title={title}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <p className={styles.note}>{note}</p>
      <Textarea
        size="xs"
        rows={6}
        aria-label={label}
        placeholder={label}
        maxLength={largestFile}
        value={pasted}
        wrap="off"
        onChange={(event) => onPaste(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        {before}
        <FileButton accept={accept} onChange={(file) => file && onFile(file)}>
          {(button) => (
            <Button size="xs" variant="default" loading={isBusy ?? false} {...button}>
              {fileLabel}
            </Button>
          )}
        </FileButton>
        {after}
      </div>
      {problem && <p role="alert">{problem}</p>}
      {children}
      {take && (
        <div className={styles.buttons} data-end>
          <Button size="xs" variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          {take}
        </div>
      )}
    </Modal>
  );
}
